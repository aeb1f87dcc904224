package org.ontodraft.app.bootstrap;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ontodraft.app.bench.FxWatch;
import org.ontodraft.app.bench.Percentiles;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.SharedDraftTokens;
import org.ontodraft.app.service.submit.ChosenParts;
import org.ontodraft.app.service.submit.DescriptionTemplate;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryTracking;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.settings.BackupDialog;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.part.DraftParts;
import org.ontodraft.model.part.LeftOut;
import org.ontodraft.model.testing.OntologyGenerator;
import tools.jackson.databind.node.StringNode;

/**
 * Many pull requests and comments in the program's own pages in a real window: the longest task of
 * the FX thread while they are listed, heard of anew and scrolled. Arguments: how many pull
 * requests, how many comments. All is done twice; the second time counts as warm.
 */
public final class CommentsBench {
  private static final Instant AT = Instant.parse("2026-11-03T14:06:00Z");
  private static final int CHANGED = 500;
  private static final int STEPS = 300;
  private static final int TIMES = 20;
  private static final double STEP = 90;

  private final PrintStream out;
  private final int pullRequests;
  private final int comments;
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(OntologyGenerator.files(7, 2 * CHANGED));
  private final List<EntityKey> changed = new ArrayList<>();
  private final StackPane place = new StackPane();
  private String run = "first";

  private CommentsBench(PrintStream out, int pullRequests, int comments) {
    this.out = out;
    this.pullRequests = pullRequests;
    this.comments = comments;
  }

  /** Prints the longest tasks. */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      Platform.startup(() -> {});
      new CommentsBench(System.out, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
          .run();
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  private void run() throws Exception {
    fill();
    Texts texts = Texts.load();
    NoticeBoard board = new NoticeBoard();
    ErrorPresenter errors = new ErrorPresenter(texts, board);
    Path folder = Files.createTempDirectory("comments-bench");
    SettingsService settings = new SettingsFile(folder.resolve("settings.json"));
    try (TaskRunner tasks =
            new TaskRunner(
                FxThread::run,
                failure -> {
                  throw new IllegalStateException(failure.cause());
                });
        FxWatch ground = new FxWatch()) {
      Dates dates = new Dates(texts, Clock.fixed(AT.plusSeconds(3600), ZoneOffset.UTC));
      Features features =
          ground.onFx(() -> {
            Scene scene = new Scene(place, 1600, 1000);
            Screenshots.theme().attach(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Dialogs dialogs = new Dialogs(texts, Screenshots.theme(), () -> stage);
            return new Features(
                workspace,
                new RecordingNavigator(),
                tasks,
                texts,
                dates,
                dialogs,
                board,
                errors,
                shown -> {},
                new SharedDraftTokens(new MemorySecretStore()),
                new BackupDialog(settings, tasks, dialogs, texts, errors, board),
                new GraphNotes(folder.resolve("graph.json")));
          });
      for (String each : List.of("first", "warm")) {
        run = each;
        deeds(features);
      }
    }
  }

  private void deeds(Features features) throws Exception {
    Page drafts = page("drafts page opened", features, new Place.Drafts(), () -> rows() > 0);
    timed("all pull requests heard of anew", () -> standings(run), () -> true);
    scroll("drafts page scrolled", ".table-view .virtual-flow");
    close(drafts);

    Page submit =
        page(
            "submit page opened",
            features,
            new Place.Submit(),
            () -> place.lookupAll(".wizard-step").size() == 5);
    timed(
        "comments listed",
        () ->
            onFx(() -> {
              List<Node> steps = new ArrayList<>(place.lookupAll(".wizard-step"));
              ((ButtonBase) steps.getLast()).fire();
              ((ButtonBase) place.lookup("#askForge")).fire();
              return true;
            }),
        () -> listed("#comments") == comments);
    scroll("comments scrolled", "#comments .virtual-flow");
    close(submit);

    Page review =
        page(
            "review with its comments opened",
            features,
            new Place.Review(),
            () -> listed(".review-rows") > comments);
    anew("comments heard of anew in the review", comments);
    anew("one comment of them all", 1);
    scroll("review scrolled", ".review-rows .virtual-flow");
    close(review);
  }

  private void fill() {
    MemoryTracking tracking = (MemoryTracking) workspace.tracking();
    for (int i = 1; i <= pullRequests; i++) {
      workspace.startDraft("Draft " + i);
      workspace.store().sent(workspace.session().id(), "https://forge.example.org/pull/" + i);
    }
    for (EntityType type : List.of(EntityType.CATEGORY, EntityType.PROPERTY)) {
      for (EntitySummary entity : workspace.canonical().get().entities(type)) {
        if (changed.size() < CHANGED) {
          changed.add(entity.key());
        }
      }
    }
    Map<EntityKey, UnaryOperator<EntityDocument>> changes = new LinkedHashMap<>();
    for (EntityKey key : changed) {
      changes.put(
          key,
          document ->
              document.with(
                  key.type(), "description", StringNode.valueOf("Said otherwise: " + key)));
    }
    workspace.session().changeAll(changes);
    workspace.session().reload();
    standings("");
    discuss("");
    workspace.setSubmits(submits());
    if (tracking.tracked().get().size() != pullRequests) {
      throw new IllegalStateException();
    }
  }

  private boolean standings(String by) {
    Map<UUID, TrackedPullRequest> all = new HashMap<>();
    workspace.store().list().stream()
        .filter(draft -> draft.pullRequestUrl() != null)
        .forEach(draft ->
            all.put(
                draft.id(),
                new TrackedPullRequest(
                    all.size() + 1,
                    String.valueOf(draft.pullRequestUrl()),
                    TrackedPullRequest.Phase.values()[all.size() % 8],
                    org.ontodraft.app.forge.Standing.Checks.PASSED,
                    List.of("eve" + by),
                    List.of(),
                    List.of(),
                    false)));
    ((MemoryTracking) workspace.tracking()).tracked().set(all);
    return true;
  }

  private boolean discuss(String by) {
    return discuss(by, comments);
  }

  /** Says so much otherwise, from the first comment on; the others as the first time. */
  private boolean discuss(String by, int others) {
    List<PlacedComment> said = new ArrayList<>();
    for (int i = 0; i < comments; i++) {
      EntityKey key = changed.get(i % changed.size());
      String words =
          "Comment "
              + i
              + (i < others ? by : "")
              + ". "
              + "Is this what the department calls it? ".repeat(1 + i % 7);
      said.add(
          new PlacedComment(
              new ReviewComment(
                  String.valueOf(i),
                  String.valueOf(i / 3 * 3),
                  "eve",
                  "categories/" + key.key() + ".json",
                  3,
                  3,
                  words,
                  AT.plusSeconds(i)),
              Optional.of(key),
              i % 2 == 0 ? "description" : ""));
    }
    ((MemoryTracking) workspace.tracking())
        .discussions()
        .set(Map.of(workspace.session().id(), said));
    return true;
  }

  private SubmitService submits() {
    DraftOverlay draft = workspace.effective().get();
    DraftParts parts = DraftParts.of(draft);
    SubmitPreview preview =
        new SubmitPreview(
            "Many words",
            "Said otherwise.",
            new DescriptionTemplate("{changes}", DescriptionTemplate.Origin.BUILT_IN, ""),
            "https://forge.example.org/acme/ontology",
            "main",
            "ontodraft/many-words",
            true,
            Optional.of(1),
            Optional.empty(),
            SemverLevel.PATCH,
            List.of(),
            DraftFiles.of(draft),
            List.of(),
            List.of(),
            new ChosenParts(parts, LeftOut.NONE, parts.without(LeftOut.NONE)));
    return (SubmitService)
        Proxy.newProxyInstance(
            SubmitService.class.getClassLoader(),
            new Class<?>[] {SubmitService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "preview" -> preview;
                  case "chosen" -> preview.chosen();
                  case "overlaps" -> Outcome.done(List.of());
                  case "missingToken", "unknownForge" -> Optional.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Page page(String name, Features features, Place where, BooleanSupplier shown)
      throws Exception {
    Page[] made = new Page[1];
    timed(
        name,
        () ->
            onFx(() -> {
              made[0] = features.page(where);
              place.getChildren().setAll((Parent) made[0].content());
              return true;
            }),
        shown);
    return made[0];
  }

  private void close(Page page) throws Exception {
    onFx(() -> {
      place.getChildren().clear();
      page.close();
      return true;
    });
  }

  /** Does something and waits until it is shown and the window is at rest. */
  private void timed(String name, Callable<Boolean> deed, BooleanSupplier shown) throws Exception {
    try (FxWatch watch = new FxWatch()) {
      Thread.sleep(50);
      deed.call();
      for (int waited = 0; !onFx(shown::getAsBoolean); waited++) {
        if (waited > 3000) {
          throw new IllegalStateException(name);
        }
        Thread.sleep(10);
      }
      Thread.sleep(700);
      out.printf(
          Locale.ROOT,
          "%-5s  %-40s longest task: wall %6.1f ms   processor %6.1f ms%n",
          run,
          name,
          watch.longest(),
          watch.busiest());
    }
  }

  private boolean saidNow(String words) {
    return place.lookupAll(".review-rows .comment-row .text").stream()
        .anyMatch(text -> ((Text) text).getText().contains(words + "."));
  }

  /** Comments with other words, time and again, each until the window is at rest. */
  private void anew(String name, int others) throws Exception {
    List<Double> spent = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      String words = run + i + (others == 1 ? "only" : "");
      try (FxWatch watch = new FxWatch()) {
        Thread.sleep(50);
        discuss(words, others);
        while (!onFx(() -> saidNow(words))) {
          Thread.sleep(10);
        }
        Thread.sleep(300);
        spent.add(watch.busiest());
      }
    }
    Percentiles.of(spent).print(out, run + "  " + name + ", longest task, processor");
  }

  private void scroll(String name, String selector) throws Exception {
    List<Double> spent = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      try (FxWatch watch = new FxWatch()) {
        onFx(() -> {
          ((VirtualFlow<?>) place.lookup(selector)).scrollPixels(STEP);
          return true;
        });
        Thread.sleep(20);
        spent.add(watch.busiest());
      }
    }
    Percentiles.of(spent).print(out, run + "  " + name + ", processor");
  }

  private int listed(String selector) {
    return place.lookup(selector) instanceof ListView<?> list ? list.getItems().size() : 0;
  }

  private int rows() {
    return place.lookup(".table-view") instanceof TableView<?> table ? table.getItems().size() : 0;
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(action);
    FxThread.later(task);
    return task.get();
  }
}
