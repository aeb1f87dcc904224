package org.ontodraft.app.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Place;

/** Registers what can be done in the window. */
final class WindowActions {
  private final ActionRegistry actions;
  private final ReadOnlyObjectProperty<@Nullable WorkbenchViewModel> open;
  private final Supplier<Optional<Workbench>> workbench;

  WindowActions(
      ActionRegistry actions,
      ReadOnlyObjectProperty<@Nullable WorkbenchViewModel> open,
      Supplier<Optional<Workbench>> workbench) {
    this.actions = actions;
    this.open = open;
    this.workbench = workbench;
  }

  /** What the window itself does. */
  interface Window {
    void openSample();

    void openFolder();

    void openAddress();

    void closeRepository();

    void showSettings();

    void changeFont(int steps);

    void showKeys();

    void showAbout();

    void quit();
  }

  void register(Window window) {
    actions.register(Action.of("repository.sample", "Shortcut+1", window::openSample));
    actions.register(Action.of("repository.open", "Shortcut+O", window::openFolder));
    actions.register(Action.of("repository.clone", "Shortcut+L", window::openAddress));
    whenOpen("repository.close", "", bench -> window.closeRepository());
    actions.register(Action.of("window.settings", "Shortcut+Comma", window::showSettings));
    actions.register(Action.of("window.quit", "Shortcut+Q", window::quit));
    whenOpen("repository.database", "", bench -> bench.features().showDatabase());
    whenOpen("repository.backup", "", bench -> bench.features().backUp());
    whenOpen("repository.fetch", "F5", bench -> bench.viewModel().fetch());
    registerEdit();
    registerDraft();
    registerView(window);
    registerTabs();
    actions.register(Action.of("help.keys", "F1", window::showKeys));
    actions.register(Action.of("help.about", "", window::showAbout));
  }

  private void registerEdit() {
    actions.register(
        when("edit.undo", "Shortcut+Z", WorkbenchViewModel::canUndo, b -> b.viewModel().undo())
            .withDetail(text(WorkbenchViewModel::undoes)));
    actions.register(
        when("edit.redo", "Shortcut+Y", WorkbenchViewModel::canRedo, b -> b.viewModel().redo())
            .withDetail(text(WorkbenchViewModel::redoes)));
    // The second customary key, beside the one the menu shows.
    actions.register(
        when(
            "edit.redo.again",
            "Shortcut+Shift+Z",
            WorkbenchViewModel::canRedo,
            b -> b.viewModel().redo()));
    whenOpen("entity.new", "Shortcut+Shift+N", bench -> bench.explorer().createAtSelected());
    actions.register(
        when(
            "entity.delete",
            "",
            bench -> bench.tabs().current().map(Place.Entity.class::isInstance),
            this::deleteInFront));
  }

  private void deleteInFront(Workbench bench) {
    if (bench.viewModel().tabs().current().get() instanceof Place.Entity entity) {
      bench.features().deleteEntity(entity.key());
    }
  }

  private void historyOfInFront(Workbench bench) {
    if (bench.viewModel().tabs().current().get() instanceof Place.Entity entity) {
      bench.navigator().openHistory(entity.key());
    }
  }

  private void graphOfInFront(Workbench bench) {
    if (bench.viewModel().tabs().current().get() instanceof Place.Entity entity) {
      bench.navigator().openGraph(entity.key());
    }
  }

  private void registerDraft() {
    whenOpen("draft.new", "Shortcut+N", bench -> bench.features().newDraft());
    actions.register(
        when("draft.share", "", WorkbenchViewModel::hasDraft, b -> b.features().shareDraft()));
    whenOpen("draft.shared", "", bench -> bench.features().openSharedDraft());
    whenOpen("draft.switch", "Shortcut+D", bench -> bench.toolbar().toggleDrafts());
    whenOpen("draft.all", "Shortcut+Shift+D", bench -> bench.navigator().open(new Place.Drafts()));
    actions.register(
        when("draft.close", "", WorkbenchViewModel::hasDraft, b -> b.viewModel().closeDraft()));
    actions.register(
        when(
            "draft.review",
            "Shortcut+R",
            WorkbenchViewModel::hasDraft,
            bench -> bench.navigator().openReview()));
    whenOpen(
        "view.compare", "Shortcut+Shift+C", bench -> bench.navigator().open(new Place.Compare()));
    actions.register(
        when(
            "entity.history",
            "Shortcut+Shift+H",
            bench -> bench.tabs().current().map(Place.Entity.class::isInstance),
            this::historyOfInFront));
    actions.register(
        when(
            "entity.graph",
            "Shortcut+Shift+G",
            bench -> bench.tabs().current().map(Place.Entity.class::isInstance),
            this::graphOfInFront));
    actions.register(
        when(
            "draft.export",
            "Shortcut+E",
            WorkbenchViewModel::hasDraft,
            bench -> bench.features().exportDraft()));
    whenOpen("draft.import", "Shortcut+I", bench -> bench.features().importDraft());
    whenOpen("draft.import.clipboard", "", bench -> bench.features().importClipboard());
    whenOpen("draft.validate", "F8", bench -> bench.view().showProblems(true));
    actions.register(
        when(
            "draft.rebase",
            "Shortcut+Shift+U",
            WorkbenchViewModel::canMove,
            bench -> bench.navigator().openRebase()));
    actions.register(
        when(
                "draft.submit",
                "Shortcut+Enter",
                WorkbenchViewModel::canSubmit,
                bench -> bench.navigator().openSubmit())
            .withDetail(text(WorkbenchViewModel::submitHint)));
  }

  private void registerView(Window window) {
    whenOpen("view.explorer", "Shortcut+B", bench -> bench.view().toggleExplorer());
    whenOpen("view.problems", "Shortcut+J", bench -> bench.view().toggleProblems());
    whenOpen("entity.goto", "Shortcut+P", bench -> bench.features().goToEntity());
    whenOpen("view.filter", "Shortcut+Shift+F", bench -> bench.view().focusFilter());
    actions.register(Action.of("view.larger", "Shortcut+Plus", () -> window.changeFont(1)));
    actions.register(Action.of("view.smaller", "Shortcut+Minus", () -> window.changeFont(-1)));
    actions.register(Action.of("view.usual", "Shortcut+0", () -> window.changeFont(0)));
    whenOpen("pane.next", "F6", bench -> bench.view().stepPane(1));
    whenOpen("pane.previous", "Shift+F6", bench -> bench.view().stepPane(-1));
  }

  private void registerTabs() {
    whenTab("tab.next", "Ctrl+Tab", tabs -> tabs.step(1));
    whenTab("tab.previous", "Ctrl+Shift+Tab", tabs -> tabs.step(-1));
    whenTab("tab.close", "Shortcut+W", TabsViewModel::closeCurrent);
    actions.register(
        when(
            "tab.reopen",
            "Shortcut+Shift+T",
            bench -> bench.tabs().lastClosed().map(place -> true),
            bench -> bench.viewModel().tabs().reopen()));
    actions.register(
        when(
            "history.back",
            "Alt+Left",
            bench -> bench.tabs().canGoBack(),
            bench -> bench.viewModel().tabs().back()));
    actions.register(
        when(
            "history.forward",
            "Alt+Right",
            bench -> bench.tabs().canGoForward(),
            bench -> bench.viewModel().tabs().forward()));
  }

  private void whenOpen(String id, String key, Consumer<Workbench> run) {
    actions.register(when(id, key, bench -> open.map(opened -> true), run));
  }

  private void whenTab(String id, String key, Consumer<TabsViewModel> run) {
    actions.register(
        when(
            id,
            key,
            bench -> bench.tabs().current().map(place -> true),
            bench -> run.accept(bench.viewModel().tabs())));
  }

  private Action when(
      String id,
      String key,
      Function<WorkbenchViewModel, ObservableValue<Boolean>> enabled,
      Consumer<Workbench> run) {
    return Action.of(
        id,
        key,
        BooleanExpression.booleanExpression(open.flatMap(enabled).orElse(false)),
        () -> workbench.get().ifPresent(run));
  }

  private StringExpression text(Function<WorkbenchViewModel, ObservableValue<String>> words) {
    return StringExpression.stringExpression(open.flatMap(words).orElse(""));
  }
}
