package org.ontodraft.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.Examined;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.exchange.DraftFileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ontodraft draft}: drafts to files and from them. */
@Command(
    name = "draft",
    description = "List drafts, write them to files and take them from files, without a window.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the file is not right, and nothing was imported",
      "2:wrong arguments",
      "3:refused, and nothing was changed",
      "4:failed in a way nobody expected"
    })
public final class DraftCommand {
  private static final int FOUND = 1;
  private static final int REFUSED = 3;

  private static final String REPOSITORY = "A folder, the address of a repository, or \"sample\".";

  private final Repositories repositories;
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

  /** Opens repositories. */
  public interface Repositories {
    /**
     * Opens a repository, does something with it and closes it.
     *
     * @param dataDirectory the one that was named, or null
     */
    Outcome<Integer> with(
        @Nullable String dataDirectory,
        String repository,
        Function<Workspace, Outcome<Integer>> work);
  }

  /** With what the command line cannot know. */
  public DraftCommand(Repositories repositories, Printed printed) {
    this.repositories = repositories;
    this.printed = printed;
  }

  @Command(name = "list", description = "List the drafts.", mixinStandardHelpOptions = true)
  int list(@Parameters(paramLabel = "REPOSITORY", description = REPOSITORY) String repository) {
    return on(
        repository,
        workspace -> {
          for (Draft draft : workspace.drafts().get()) {
            say(
                printed.text(
                    "cli.draft",
                    draft.id(),
                    draft.title(),
                    draft.changeCount(),
                    draft.base().shortCommit()));
          }
          return Outcome.done(0);
        });
  }

  @Command(
      name = "export",
      description = "Write a draft to a file.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "REPOSITORY", description = REPOSITORY) String repository,
      @Parameters(paramLabel = "DRAFT", description = "Its id, or its title.") String draft,
      @Parameters(paramLabel = "FILE", description = "Where to; replaced when it is there.")
          Path file) {
    return on(
        repository,
        workspace ->
            then(
                find(workspace, draft),
                found ->
                    then(
                        workspace.exchange().export(found.id(), file),
                        written -> {
                          say(printed.text("exchange.exported.text", written));
                          return Outcome.done(0);
                        })));
  }

  private static Outcome<Draft> find(Workspace workspace, String named) {
    List<Draft> found =
        workspace.drafts().get().stream()
            .filter(draft -> draft.id().toString().equals(named) || draft.title().equals(named))
            .toList();
    return switch (found.size()) {
      case 0 -> Outcome.refused("DRAFT-05", named);
      case 1 -> Outcome.done(found.getFirst());
      default -> Outcome.refused("EXCHANGE-06", named, found.size());
    };
  }

  @Command(
      name = "import",
      description = "Make a draft of a draft's file, or of what a wiki pushed.",
      mixinStandardHelpOptions = true)
  int take(
      @Parameters(paramLabel = "REPOSITORY", description = REPOSITORY) String repository,
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Option(names = "--title", paramLabel = "TITLE", description = "What to call the draft.")
          @Nullable String title,
      @Option(
              names = "--good-only",
              description = "Of a push that is not right, take the changes that are.")
          boolean goodOnly) {
    return on(
        repository,
        workspace ->
            then(
                workspace.exchange().examine(file),
                examined -> Outcome.done(take(workspace, examined, title, goodOnly))));
  }

  private int take(
      Workspace workspace, Examined examined, @Nullable String title, boolean goodOnly) {
    return switch (examined) {
      case Examined.Unusable(var problems) -> report(problems);
      case Examined.OfDraft draft ->
          taken(workspace.exchange().take(draft, title == null ? draft.title() : title));
      case Examined.OfPush push -> {
        List<DraftFileProblem> problems = push.checked().problems();
        boolean usable = problems.isEmpty() || goodOnly && !push.checked().changes().isEmpty();
        int reported = report(problems);
        yield usable
            ? taken(workspace.exchange().take(push, title == null ? push.title() : title))
            : reported;
      }
    };
  }

  private int report(List<DraftFileProblem> problems) {
    for (DraftFileProblem problem : problems) {
      Object[] arguments = problem.arguments().toArray();
      String sentence = printed.text("exchange.problem." + problem.code().id(), arguments);
      warn((problem.at() + " " + sentence + " (" + problem.code().id() + ")").strip());
    }
    return FOUND;
  }

  private int taken(DraftSession session) {
    Draft draft = session.draft().get();
    say(
        printed.text(
            "cli.draft",
            draft.id(),
            draft.title(),
            draft.changeCount(),
            draft.base().shortCommit()));
    return 0;
  }

  private static <T> Outcome<Integer> then(Outcome<T> outcome, Function<T, Outcome<Integer>> work) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> work.apply(value);
      case Outcome.Refused<T> refused -> new Outcome.Refused<>(refused.refusal());
    };
  }

  private int on(String repository, Function<Workspace, Outcome<Integer>> work) {
    return switch (repositories.with(dataDirectory, repository, work)) {
      case Outcome.Done<Integer>(Integer code) -> code;
      case Outcome.Refused<Integer> refused -> {
        printed.refusal(refused.refusal()).forEach(this::warn);
        yield REFUSED;
      }
    };
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private void warn(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
