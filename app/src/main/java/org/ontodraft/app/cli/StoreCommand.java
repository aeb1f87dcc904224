package org.ontodraft.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.StoreFacts;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreMaintenance;
import org.ontodraft.app.service.store.VersionChange;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ontodraft store}: looks after stores that nobody has open. */
@Command(
    name = "store",
    description = "Look after the stores of a data directory, without a window.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:check found something wrong",
      "2:wrong arguments",
      "3:refused, and nothing was changed",
      "4:failed in a way nobody expected"
    })
public final class StoreCommand {
  private static final int FOUND = 1;
  private static final int REFUSED = 3;

  private static final String WORKSPACE =
      "Its id, the address of its repository, or a folder that is a clone of it.";

  private final Function<@Nullable String, Outcome<StoreMaintenance>> maintenance;
  private final Printed printed;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where work is kept. Also ONTODRAFT_DATA_DIR.")
  @Nullable String dataDirectory;

  /**
   * With what the command line cannot know.
   *
   * @param maintenance of the data directory that was named, null for none
   */
  public StoreCommand(
      Function<@Nullable String, Outcome<StoreMaintenance>> maintenance, Printed printed) {
    this.maintenance = maintenance;
    this.printed = printed;
  }

  @Command(
      name = "info",
      description = "List the stores, or describe one.",
      mixinStandardHelpOptions = true)
  int info(
      @Parameters(arity = "0..1", paramLabel = "WORKSPACE", description = WORKSPACE)
          @Nullable String workspace) {
    return withMaintenance(stores -> {
      if (workspace != null) {
        return withWorkspace(stores, workspace, id -> printed(stores.info(id), this::describe));
      }
      List<String> ids = stores.workspaces();
      if (ids.isEmpty()) {
        say(printed.text("cli.none"));
      }
      ids.forEach(this::say);
      return 0;
    });
  }

  private int describe(StoreFacts facts) {
    say(printed.text("cli.info.folder", facts.folder()));
    say(printed.text("cli.info.schema", facts.found(), facts.known()));
    say(printed.text("cli.info.sizes", size(facts.databaseBytes()), size(facts.journalBytes())));
    say(printed.text("cli.info.backups", facts.backups().size()));
    facts.backups().forEach(backup -> say("  " + backup));
    return 0;
  }

  private static String size(long bytes) {
    return String.format(Locale.ENGLISH, "%,d", bytes);
  }

  @Command(
      name = "migrate",
      description = "Bring a store to this program's version, after a backup.",
      mixinStandardHelpOptions = true)
  int migrate(@Parameters(paramLabel = "WORKSPACE", description = WORKSPACE) String workspace) {
    return withStore(workspace, (stores, id) -> printed(stores.migrate(id), this::changed));
  }

  @Command(
      name = "undo",
      description =
          "Take versions of a store back, after a backup. What their tables hold is lost.",
      mixinStandardHelpOptions = true)
  int undo(
      @Parameters(paramLabel = "WORKSPACE", description = WORKSPACE) String workspace,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "VERSION",
              description = "The version it has then.")
          int version,
      @Option(
              names = "--schema",
              defaultValue = "ontology",
              paramLabel = "SCHEMA",
              description = "ontology or local (default: ${DEFAULT-VALUE}).")
          String schema) {
    if (!List.of("ontology", "local").contains(schema) || version < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), printed.text("cli.undo.arguments"));
    }
    return withStore(
        workspace, (stores, id) -> printed(stores.undo(id, schema, version), this::changed));
  }

  private int changed(VersionChange change) {
    say(printed.text("cli.changed", change.before(), change.after()));
    say(printed.text("cli.backup", change.backup()));
    return 0;
  }

  @Command(
      name = "check",
      description = "Verify a store end to end; changes nothing.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "WORKSPACE", description = WORKSPACE) String workspace) {
    return withStore(
        workspace,
        (stores, id) ->
            printed(
                stores.check(id),
                findings -> {
                  findings.forEach(this::report);
                  say(
                      findings.isEmpty()
                          ? printed.text("cli.check.sound")
                          : printed.text("cli.check.found", findings.size()));
                  return findings.isEmpty() ? 0 : FOUND;
                }));
  }

  private void report(StoreFinding finding) {
    Object[] arguments = finding.arguments().toArray();
    String key = "check." + finding.code() + ".";
    say(finding.code() + ": " + printed.text(key + "text", arguments));
    say("  " + printed.text(key + "next", arguments));
  }

  @Command(
      name = "backup",
      description = "Back a store up and verify the backup.",
      mixinStandardHelpOptions = true)
  int backup(@Parameters(paramLabel = "WORKSPACE", description = WORKSPACE) String workspace) {
    return withStore(
        workspace,
        (stores, id) ->
            printed(
                stores.backup(id),
                backup -> {
                  say(printed.text("cli.backup", backup));
                  return 0;
                }));
  }

  @Command(
      name = "restore",
      description = "Put a backup in the place of a store; the present state is set aside.",
      mixinStandardHelpOptions = true)
  int restore(
      @Parameters(paramLabel = "WORKSPACE", description = WORKSPACE) String workspace,
      @Parameters(paramLabel = "BACKUP", description = "The backup's file.") Path backup) {
    return withStore(
        workspace,
        (stores, id) ->
            printed(
                stores.restore(id, backup),
                aside -> {
                  say(printed.text("cli.restored", backup));
                  say(printed.text("cli.aside", aside));
                  return 0;
                }));
  }

  private interface OnStore {
    int run(StoreMaintenance stores, String workspace);
  }

  private int withStore(String workspace, OnStore work) {
    return withMaintenance(stores -> withWorkspace(stores, workspace, id -> work.run(stores, id)));
  }

  private int withMaintenance(Function<StoreMaintenance, Integer> work) {
    return printed(maintenance.apply(dataDirectory), work);
  }

  private int withWorkspace(StoreMaintenance stores, String given, Function<String, Integer> work) {
    return printed(stores.workspace(given), work);
  }

  private <T> int printed(Outcome<T> outcome, Function<T, Integer> done) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> done.apply(value);
      case Outcome.Refused<T> refused -> {
        printed.refusal(refused.refusal()).forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        yield REFUSED;
      }
    };
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
