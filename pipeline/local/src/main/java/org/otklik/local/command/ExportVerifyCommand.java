package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.otklik.jobs.export.ExportCheck;
import org.otklik.jobs.export.ExportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code otklik export verify}: whether an export is as it was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Compares an export with its manifest: bytes and rows of each file, missing files, extra ones. Prints a line for each",
      "table; faults, each with the file's name, go to standard error, and the exit code is 1."
    })
public final class ExportVerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "An export, or a folder of exports: then all of them are checked.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("there is no folder " + folder);
    }
    List<Path> exports = new ExportFolder(folder).exports();
    if (exports.isEmpty()) {
      throw new UserError("there is no export in " + folder + ": no manifest.json");
    }
    boolean whole = true;
    for (Path export : exports) {
      whole &= verify(export, exports.size() > 1);
    }
    return whole ? 0 : ExitCode.FAILED;
  }

  private boolean verify(Path export, boolean named) throws IOException {
    String prefix = named ? export.getFileName() + "/" : "";
    ExportCheck check = ExportCheck.of(export);
    if (check.faults().isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      check.tables().forEach((table, counted) -> out.println(prefix + table + ": " + counted));
      return true;
    }
    PrintWriter err = spec.commandLine().getErr();
    check.faults().forEach(fault -> err.println(prefix + fault));
    return false;
  }
}
