package org.otklik.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The folders of one server. They belong to its user; what they lie in does not, so that root never
 * writes where another user could have put a link.
 *
 * @param console the file that takes what the server prints
 * @param config its configuration, written anew at every start
 * @param data its indices
 * @param logs its logs
 * @param temporary emptied at every start
 */
record ElasticsearchFolders(Path console, Path config, Path data, Path logs, Path temporary) {

  /**
   * Makes them ready below a folder, or, where the server's user can't enter that, elsewhere with a
   * link from it.
   *
   * @param folder the server's part of the stack's folder
   */
  static ElasticsearchFolders prepare(
      Path folder, ServerUser user, SharedFolders shared, Progress progress) throws IOException {
    Path root = reachable(folder.toAbsolutePath(), user, shared, progress);
    ElasticsearchFolders folders =
        new ElasticsearchFolders(
            root.resolve("console.log"),
            root.resolve("config"),
            root.resolve("data"),
            root.resolve("logs"),
            root.resolve("tmp"));
    FolderTree.delete(folders.config);
    FolderTree.delete(folders.temporary);
    for (Path each : folders.all()) {
      Files.createDirectories(each);
    }
    return folders;
  }

  /**
   * Lets the server's user write into them; called when all that this process has to write is
   * written.
   */
  void giveTo(ServerUser user) throws IOException {
    for (Path each : all()) {
      user.own(each);
    }
  }

  private List<Path> all() {
    return List.of(config, data, logs, temporary);
  }

  private static Path reachable(
      Path folder, ServerUser user, SharedFolders shared, Progress progress) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      createFor(user, folder);
      if (!user.canEnter(folder)) {
        Path elsewhere = shared.data().resolve(nameFor(folder));
        progress.doing(
            "keeping Elasticsearch's data in %s, because %s can't enter %s"
                .formatted(elsewhere, user, folder));
        createFor(user, elsewhere);
        Files.delete(folder);
        Files.createSymbolicLink(folder, elsewhere);
      }
    }
    Path root = folder.toRealPath();
    if (!user.canEnter(root)) {
      throw new StackException(
          "%s can't enter %s, where Elasticsearch's data are: give it the right to, or choose another folder with --folder"
              .formatted(user, root));
    }
    return root;
  }

  private static void createFor(ServerUser user, Path folder) throws IOException {
    Files.createDirectories(folder);
    user.letIn(folder);
  }

  /** The same for the same folder, so that a link that was lost is found again. */
  private static String nameFor(Path folder) {
    return "elasticsearch-"
        + UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
  }
}
