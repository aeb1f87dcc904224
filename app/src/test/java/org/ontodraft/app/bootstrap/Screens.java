package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.CutWords;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * Every screen of the program over the sample, one after another, as often as it is asked for: in
 * the first round upstream has not moved yet, and the draft is the same in each.
 */
final class Screens {
  private static final EntityKey SPECIMEN = Snapshots.key("category:Specimen");
  private static final EntityKey FIELD_TRIP = Snapshots.key("category:Field_trip");

  private final RealWindow window;
  private final Visitor visitor;

  /** Is shown each screen. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Called while a screen is shown and at rest; not on the FX thread.
     *
     * @param scene the window's, or that of the dialog in front
     */
    void visit(String name, Scene scene) throws Exception;
  }

  Screens(RealWindow window, Visitor visitor) {
    this.window = window;
    this.visitor = visitor;
  }

  /** What a screen reader meets in silence, and what buttons say but do not show. FX thread. */
  static List<String> faults(Scene scene) {
    return Stream.concat(
            Accessibility.unnamed(scene.getRoot()).stream().map(node -> "without a name " + node),
            CutWords.in(scene.getRoot()).stream().map(words -> "cut " + words))
        .toList();
  }

  /** The first screen; nothing may be open yet. */
  void welcome() throws Exception {
    visit("welcome");
  }

  /**
   * Opens the sample with a draft that changes, adds and deletes, and with an upstream that moved.
   */
  void open() throws Exception {
    Workspace workspace = window.open(new OpenRequest.Sample());
    DraftSession draft = RealServices.done(workspace.startDraft("Words of the herbarium"));
    RealServices.done(draft.setField(SPECIMEN, "label", StringNode.valueOf("Preserved specimen")));
    ArrayNode optional = JsonNodeFactory.instance.arrayNode();
    draft
        .effective()
        .get()
        .document(FIELD_TRIP)
        .texts("optional_properties")
        .forEach(optional::add);
    RealServices.done(
        draft.setField(FIELD_TRIP, "optional_properties", optional.add("Has_elevation")));
    RealServices.done(draft.delete(leastUsed(draft)));
    window.services().sample().playUpstreamChange();
    RealServices.done(workspace.refresh(Progress.none()));
    until("the forecast", () -> workspace.forecast().get().isPresent());
  }

  private static EntityKey leastUsed(DraftSession draft) {
    return draft.effective().get().entities(EntityType.PROPERTY).stream()
        .map(EntitySummary::key)
        .min(Comparator.comparingInt(key -> draft.effective().get().referencesTo(key).size()))
        .orElseThrow();
  }

  /** All that an open repository has. */
  void walk() throws Exception {
    go(navigator -> navigator.openEntity(SPECIMEN));
    window.command("tab.close.others");
    page("category", navigator -> navigator.openEntity(SPECIMEN), "#field-label");
    page(
        "property",
        navigator -> navigator.openEntity(Snapshots.key("property:Has_elevation")),
        "#field-label");
    page("review", Navigator::openReview, ".review-rows");
    page(
        "compare",
        navigator ->
            navigator.openCompare(
                new ComparedSide.BaseOf(draft()), new ComparedSide.OfDraft(draft())),
        ".review-rows");
    page("history", navigator -> navigator.openHistory(SPECIMEN), ".list-view");
    page("graph", navigator -> navigator.openGraph(SPECIMEN), ".graph-node");
    page("drafts", navigator -> navigator.open(new Place.Drafts()), ".list-view");
    page("steps", navigator -> navigator.open(new Place.Steps()), "#steps-list");
    page("rebase", Navigator::openRebase, "#move");
    page("submit", Navigator::openSubmit, "#wizard");
    page("activity", navigator -> navigator.open(new Place.Activity()), ".list-view");
    go(navigator -> navigator.openEntity(SPECIMEN));
    window.command("view.problems");
    visit("problems");
    window.command("view.problems");
    window.press(KeyCode.CONTROL, KeyCode.P);
    until("the palette", () -> found("#palette-field"));
    onFx(() -> window.robot().lookup("#palette-field").queryAs(TextField.class).setText("spec"));
    visit("palette");
    window.press(KeyCode.ESCAPE);
    dialog("new-entity", () -> window.command("entity.new"));
    for (RefactoringKind kind :
        List.of(RefactoringKind.RENAME, RefactoringKind.DELETE, RefactoringKind.MERGE)) {
      dialog(
          "refactoring-" + kind.name().toLowerCase(Locale.ROOT),
          () -> go(navigator -> navigator.refactor(kind, SPECIMEN)));
    }
    dialog("new-draft", () -> window.command("draft.new"));
    dialog("settings", () -> window.command("window.settings"));
    dialog("keys", () -> window.command("window.keys"));
    dialog("cheat-sheet", () -> window.command("help.keys"));
    dialog("about", () -> window.command("help.about"));
    dialog("database", () -> window.command("repository.database"));
  }

  /** The sample in a team's database; it need not be open. */
  void openShared(SharedServer server) throws Exception {
    server.use(window.services(), new OpenRequest.Sample(), "ada");
    RealServices.done(window.open(new OpenRequest.Sample()).startDraft("Words of the herbarium"));
    until("the window", () -> window.navigator().isPresent());
  }

  /** What a team has besides, and the way back to a database of one's own. */
  void walkShared() throws Exception {
    dialog("share", () -> window.command("draft.share"));
    dialog("shared", () -> window.command("draft.shared"));
    dialog("shared-database", () -> window.command("repository.database"));
  }

  private UUID draft() {
    return window.workspace().orElseThrow().draft().get().orElseThrow().draft().get().id();
  }

  private void page(String name, Consumer<Navigator> way, String content) throws Exception {
    go(way);
    until(name, () -> found(content));
    visit(name);
  }

  private void dialog(String name, Runnable open) throws Exception {
    Window before = front();
    open.run();
    until(name, () -> front() != before);
    visit(name);
    Window shown = front();
    onFx(shown::hide);
    FxTest.settle();
  }

  private void visit(String name) throws Exception {
    // What follows by itself: forecasts, findings, layouts.
    Thread.sleep(700);
    FxTest.settle();
    visitor.visit(name, front().getScene());
  }

  private Window front() {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(shown -> shown instanceof Stage && shown.isShowing())
            .toList()
            .getLast());
  }

  private void go(Consumer<Navigator> way) {
    onFx(() -> way.accept(window.navigator().orElseThrow()));
    FxTest.settle();
  }

  private boolean found(String selector) {
    return Optional.ofNullable(lookup(selector)).filter(Node::isVisible).isPresent();
  }

  private @Nullable Node lookup(String selector) {
    return onFx(() -> window.stage().getScene().getRoot().lookup(selector));
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Waiting.until(what, () -> onFx(holds::getAsBoolean));
    FxTest.settle();
  }
}
