package org.ontodraft.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitStep;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import tools.jackson.databind.node.StringNode;

/**
 * A draft of many changed files sent to a bare repository in a folder, beside {@code git commit}
 * and {@code git push} of the same files to another one, in turn. That both come to the same tree
 * is checked each time. Arguments: how many entities there are, how many files change, how many
 * rounds; the first two rounds do not count.
 */
public final class SubmitBench {
  private static final long SEED = 5;
  private static final int WARM_UP = 2;
  private static final String OURS = "submit";
  private static final String GIT = "git commit and git push";

  private final PrintStream out;
  private final GitCommand work;
  private final GitCommand upstream;
  private final Path workFolder;
  private final Workspace workspace;
  private final List<EntityKey> keys;
  private Figures figures = new Figures();

  private SubmitBench(
      PrintStream out, Path workFolder, GeneratedRepository repository, Workspace workspace) {
    this.out = out;
    this.workFolder = workFolder;
    this.work = GitCommand.in(workFolder);
    this.upstream = GitCommand.in(repository.folder());
    this.workspace = workspace;
    this.keys = new ArrayList<>();
    for (EntityType type : List.of(EntityType.CATEGORY, EntityType.PROPERTY, EntityType.RESOURCE)) {
      for (EntitySummary entity : workspace.canonical().get().entities(type)) {
        keys.add(entity.key());
      }
    }
  }

  /** What is worked out behind comes to its end. */
  private static void rest() throws InterruptedException {
    Thread.sleep(3000);
  }

  /** Prints medians. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ontodraft-submit-bench");
    Path bare = folder.resolve("upstream.git");
    Path other = folder.resolve("other.git");
    Path work = folder.resolve("work");
    int exit = 0;
    try (GeneratedRepository repository =
            GeneratedRepository.make(bare, SEED, Integer.parseInt(arguments[0]));
        RealServices parts = new RealServices(folder.resolve("home"))) {
      GitCommand.in(folder).run("clone", "-q", "--bare", bare.toString(), other.toString());
      GitCommand.in(folder).run("clone", "-q", other.toString(), work.toString());
      try (Workspace workspace = parts.open(new OpenRequest.Folder(bare))) {
        new SubmitBench(System.out, work, repository, workspace)
            .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        rest();
      }
    } catch (RuntimeException | IOException failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // threads of the libraries would keep the process alive
  }

  private void run(int files, int rounds) throws Exception {
    for (int round = 0; round < WARM_UP + rounds; round++) {
      if (round == WARM_UP) {
        figures = new Figures();
      }
      DraftSession draft = RealServices.done(workspace.startDraft("Round " + round));
      change(draft, files, round);
      Map<String, byte[]> contents = contents(draft.effective().get());
      workspace.submits().preview(draft); // what the page shows before anybody can send
      Thread.sleep(500); // findings and forecast of the draft that was made just now
      String tree = round % 2 == 0 ? git(contents, round) : "";
      String ours = ours(draft);
      String theirs = round % 2 == 0 ? tree : git(contents, round);
      if (!ours.equals(theirs)) {
        throw new IllegalStateException("trees differ: " + ours + " and " + theirs);
      }
    }
    figures.print(out);
    out.printf(
        Locale.ROOT,
        "submit takes %.2f times what Git takes%n",
        figures.median(OURS).wall() / figures.median(GIT).wall());
  }

  private void change(DraftSession draft, int files, int round) {
    List<EntityKey> some = new ArrayList<>(keys);
    Collections.shuffle(some, new Random(round));
    Map<EntityKey, UnaryOperator<EntityDocument>> changes = new LinkedHashMap<>();
    for (EntityKey key : some.subList(0, Math.min(files, some.size()))) {
      changes.put(
          key,
          document ->
              document.with(
                  key.type(),
                  "description",
                  StringNode.valueOf("Round " + round + " says of it: " + key.key())));
    }
    RealServices.done(draft.changeAll(changes));
  }

  private static Map<String, byte[]> contents(DraftOverlay draft) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (FileChange file : DraftFiles.of(draft)) {
      String text = file.after();
      if (text == null) {
        throw new IllegalStateException(file.path());
      }
      contents.put(file.path(), text.getBytes(StandardCharsets.UTF_8));
    }
    return contents;
  }

  /** Sends the draft; the tree that is at the remote then. */
  private String ours(DraftSession draft) throws Exception {
    Map<SubmitStep, Figures.Start> began = new EnumMap<>(SubmitStep.class);
    SubmitOutcome outcome =
        figures.time(
            OURS,
            () ->
                workspace
                    .submits()
                    .submit(
                        draft, "All of it", "", false, step -> note(step, began), Progress.none()));
    if (outcome instanceof SubmitOutcome.Sent(var sent)) {
      return upstream.run("rev-parse", sent.branch() + "^{tree}");
    }
    throw new IllegalStateException(outcome.toString());
  }

  private void note(StepReport report, Map<SubmitStep, Figures.Start> began) {
    Figures.Start start = began.get(report.step());
    if (report.state() == StepReport.State.RUNNING) {
      began.put(report.step(), Figures.Start.now());
    } else if (start != null) {
      String name = report.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      figures.add("... " + name, start.spent());
    }
  }

  /** Commits these files with Git and pushes them; the tree that is committed. */
  private String git(Map<String, byte[]> contents, int round) throws Exception {
    work.run("checkout", "-q", "--detach", "origin/main");
    contents.forEach((path, bytes) -> {
      try {
        Files.write(workFolder.resolve(path), bytes);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    });
    figures.time(
        GIT,
        () -> {
          figures.time("... git commit", () -> work.run("commit", "-qam", "All of it"));
          return figures.time(
              "... git push", () -> work.run("push", "-q", "origin", "HEAD:refs/heads/r" + round));
        });
    return work.run("rev-parse", "HEAD^{tree}");
  }
}
