package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.cli.DraftCommand;
import org.ontodraft.app.cli.StoreCommand;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.store.StoreMaintenance;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Starts the program: checks the data directory, makes sure it is the only one there, and opens the
 * window, or walks through the sample where there is no display.
 */
public final class Main {
  private static final int REFUSED = 3;
  private static final int FAILED = 1;
  private static final int COMMAND_FAILED = 4;
  private static final BundledWords WORDS = new BundledWords();

  private Main() {}

  /** Starts the program with the arguments of the command line and ends with its exit code. */
  public static void main(String[] args) throws Exception {
    System.exit(start(args));
  }

  private static int start(String[] args) throws Exception {
    StartOptions options = new StartOptions();
    CommandLine line = commandLine(options);
    try {
      if (line.parseArgs(args).hasSubcommand()) {
        return line.execute(args);
      }
    } catch (ParameterException wrong) {
      line.getErr().println(wrong.getMessage());
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    if (line.isUsageHelpRequested() || line.isVersionHelpRequested()) {
      if (line.isVersionHelpRequested()) {
        line.printVersionHelp(line.getOut());
      } else {
        line.usage(line.getOut());
      }
      return 0;
    }
    SystemProxies.useSystem();
    // JavaFX keeps backgrounds as pictures, and its software renderer takes twice as long to paint
    // those as it takes for plain surfaces, which are all that is drawn here.
    System.setProperty("prism.disableRegionCaching", "true");
    boolean headless = options.tour || options.smokeTest || !hasDisplay();
    if (headless) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      System.setProperty("java.awt.headless", "true");
    }
    return start(options, headless, line);
  }

  /** With the commands that need no window. */
  static CommandLine commandLine(StartOptions options) {
    CommandLine line = new CommandLine(options);
    line.addSubcommand(
        new StoreCommand(
            named -> maintenance(named == null ? options.dataDirectory : named), WORDS));
    line.addSubcommand(
        new DraftCommand(
            new CommandRepositories(
                named -> directory(named == null ? options.dataDirectory : named)),
            WORDS));
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      command.getErr().println(WORDS.text("cli.failed", failure));
      LoggerFactory.getLogger(Main.class).error("a command failed", failure);
      return COMMAND_FAILED;
    });
    return line;
  }

  private static Outcome<StoreMaintenance> maintenance(@Nullable String named) {
    DataDirectory data = directory(named);
    if (!Files.isDirectory(data.root())) {
      return Outcome.refused("STORE-12", data.root());
    }
    if (Files.isDirectory(data.logs())) {
      System.setProperty("ontodraft.logs", data.logs().toString());
    }
    return Outcome.done(new EmbeddedMaintenance(data));
  }

  private static DataDirectory directory(@Nullable String named) {
    return DataDirectory.choose(named, System.getenv(), System.getProperty("os.name"));
  }

  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    String display = System.getenv("DISPLAY");
    return !linux || display != null && !display.isBlank();
  }

  private static int start(StartOptions options, boolean headless, CommandLine line)
      throws Exception {
    DataDirectory data =
        DataDirectory.choose(options.dataDirectory, System.getenv(), System.getProperty("os.name"));
    Optional<Refusal> unusable = DataDirectoryCheck.prepare(data);
    if (unusable.isPresent()) {
      say(line.getErr(), unusable.get());
      return REFUSED;
    }
    System.setProperty("ontodraft.logs", data.logs().toString());
    // Lucene and JavaFX log by the JDK; what they say goes where the rest goes.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try (SingleInstance instance = SingleInstance.acquire(data.lockFile())) {
      if (instance == null) {
        SingleInstance.showOther(data.lockFile());
        say(line.getErr(), Refusal.of("DATA-04", data.root()));
        return REFUSED;
      }
      return run(options, headless, data, instance, line.getOut());
    }
  }

  private static int run(
      StartOptions options,
      boolean headless,
      DataDirectory data,
      SingleInstance instance,
      PrintWriter out)
      throws InterruptedException, IOException {
    DesktopApplication application = DesktopApplication.start(data);
    instance.onSecondInstance(application::toFront);
    if (!headless) {
      application.awaitQuit();
      return 0;
    }
    try {
      if (options.smokeTest) {
        new SmokeTest(application, data, options, out).run();
      } else {
        new SampleTour(application, options.tourDirectory, out).run();
      }
      return 0;
    } catch (TourFailedException stopped) {
      out.println(stopped.getMessage());
      return FAILED;
    } finally {
      out.flush();
      application.quit();
      application.awaitQuit();
    }
  }

  private static void say(PrintWriter out, Refusal refusal) {
    WORDS.refusal(refusal).forEach(out::println);
    out.flush();
  }
}
