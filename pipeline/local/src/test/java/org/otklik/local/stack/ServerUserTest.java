package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUserTest {
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/bin"), Path.of("/sbin"));

  @TempDir Path folder;

  @Test
  void isNeverRoot() throws IOException {
    assertThat(output(ServerUser.current().command(List.of("id", "-u")))).isNotEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"setpriv", "runuser", "su"})
  void rootBecomesNobodyWithWhateverProgramThereIs(String program) throws IOException {
    assumeRoot();
    Path installed =
        PROGRAMS.stream()
            .map(path -> path.resolve(program))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(installed != null, program + " is not installed");
    Files.copy(installed, folder.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);

    ServerUser user = ServerUser.droppingRoot(List.of(folder.toString()));

    assertThat(output(user.command(List.of("id", "-u")))).isEqualTo("65534");
    assertThat(output(user.command(List.of("echo", "-n", "a b", "$HOME")))).isEqualTo("a b $HOME");
  }

  @Test
  void saysWhatToInstallWhenThereIsNone() {
    assertThatThrownBy(() -> ServerUser.droppingRoot(List.of(folder.toString())))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(
            "install the package util-linux, or start Otklik as an ordinary user");
  }

  @Test
  void serverOfRootLivesElsewhereWhenItCannotEnterTheFolder() throws IOException {
    assumeRoot();
    ServerUser user = ServerUser.current();
    Path closed = folder.resolve("closed").resolve("elasticsearch");
    Path open = OpenTempFolder.create();
    try {
      SharedFolders shared = new SharedFolders(user, List.of(), List.of(closed, open));

      ElasticsearchFolders first =
          ElasticsearchFolders.prepare(closed, user, shared, Progress.silent());
      ElasticsearchFolders second =
          ElasticsearchFolders.prepare(closed, user, shared, Progress.silent());

      assertThat(first.data()).startsWith(open).isEqualTo(second.data());
      assertThat(user.canEnter(first.data())).isTrue();
      assertThat(closed).isSymbolicLink();
    } finally {
      FolderTree.delete(open);
    }
  }

  private static void assumeRoot() {
    assumeTrue(ServerUser.ownUid() == 0, "only root changes the user");
  }

  private static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
