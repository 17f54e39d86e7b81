package org.otklik.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.otklik.local.command.AlertsCommand;
import org.otklik.local.command.AnalyzeCommand;
import org.otklik.local.command.BreakdownCommand;
import org.otklik.local.command.ClaimsCommand;
import org.otklik.local.command.CollectCommand;
import org.otklik.local.command.CorrectCommand;
import org.otklik.local.command.CorrectionsCommand;
import org.otklik.local.command.DemoCommand;
import org.otklik.local.command.DoctorCommand;
import org.otklik.local.command.EvaluateCommand;
import org.otklik.local.command.ExitCode;
import org.otklik.local.command.ExportCommand;
import org.otklik.local.command.GazetteerCommand;
import org.otklik.local.command.ReadCommand;
import org.otklik.local.command.ReviewCommand;
import org.otklik.local.command.SetupCommand;
import org.otklik.local.command.TrainCommand;
import org.otklik.local.command.UpCommand;
import org.otklik.local.command.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code otklik}. Exit codes: 0 done, 1 failed, 2 wrong arguments or input (the message
 * says what to do).
 */
@Command(
    name = "otklik",
    description = "From public posts to a heat map of a region's problems.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      CollectCommand.class,
      ReadCommand.class,
      AnalyzeCommand.class,
      BreakdownCommand.class,
      CorrectCommand.class,
      CorrectionsCommand.class,
      ClaimsCommand.class,
      ReviewCommand.class,
      AlertsCommand.class,
      ExportCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      GazetteerCommand.class,
      SetupCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "otklik 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Run 'otklik COMMAND --help' for what a command takes."})
public final class Otklik implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Otklik() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  public static int run(String... args) {
    CommandLine commandLine =
        new CommandLine(new Otklik())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExitCodeExceptionMapper(Otklik::exitCode)
            .setParameterExceptionHandler(
                (exception, arguments) -> {
                  CommandLine command = exception.getCommandLine();
                  String name = command.getCommandSpec().qualifiedName();
                  command.getErr().println(name + ": " + exception.getMessage());
                  command.getErr().println("Run '" + name + " --help' for what it takes.");
                  return ExitCode.WRONG_INPUT;
                })
            .setExecutionExceptionHandler(
                (exception, command, result) -> {
                  command.getErr().println(message(command, exception));
                  return exitCode(exception);
                });
    return commandLine.execute(args);
  }

  private static int exitCode(Throwable exception) {
    return exception instanceof UserError || exception instanceof IllegalArgumentException
        ? ExitCode.WRONG_INPUT
        : ExitCode.FAILED;
  }

  private static String message(CommandLine command, Throwable exception) {
    String prefix = command.getCommandSpec().qualifiedName() + ": ";
    String message = exception.getMessage();
    if (exitCode(exception) == ExitCode.WRONG_INPUT
        || exception.getClass().getName().startsWith("org.otklik")) {
      return prefix + message;
    }
    StringBuilder text = new StringBuilder(prefix).append(exception.getClass().getSimpleName());
    if (message != null) {
      text.append(": ").append(message);
    }
    for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
      text.append(System.lineSeparator()).append("  because: ").append(cause);
    }
    return text.toString();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
