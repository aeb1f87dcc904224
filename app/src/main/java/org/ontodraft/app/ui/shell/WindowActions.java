package org.ontodraft.app.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.palette.PaletteViewModel;

/** Registers what can be done in the window. */
final class WindowActions {
  private final ActionRegistry actions;
  private final Texts texts;
  private final ReadOnlyObjectProperty<@Nullable WorkbenchViewModel> open;
  private final Supplier<Optional<Workbench>> workbench;

  WindowActions(
      ActionRegistry actions,
      Texts texts,
      ReadOnlyObjectProperty<@Nullable WorkbenchViewModel> open,
      Supplier<Optional<Workbench>> workbench) {
    this.actions = actions;
    this.texts = texts;
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

    void chooseTheme(ThemeChoice theme);

    /** Shows the palette with this text in it. */
    void showPalette(String text);

    /** Shows where one has been. */
    void showRecent();

    void showKeys();

    void chooseKeys();

    void showAbout();

    void quit();
  }

  void register(Window window) {
    registerRepository(window);
    registerEdit();
    registerDraft();
    registerView(window);
    registerTabs();
    registerDeeds();
    add(Action.of("help.keys", "F1", window::showKeys).alsoBy("Shortcut+Slash"));
    add(Action.of("help.about", "", window::showAbout).withIcon(Glyph.INFO));
  }

  private void registerRepository(Window window) {
    add(Action.of("repository.sample", "Shortcut+1", window::openSample).withIcon(Glyph.BOOK));
    add(Action.of("repository.open", "Shortcut+O", window::openFolder).withIcon(Glyph.FOLDER));
    add(Action.of("repository.clone", "Shortcut+L", window::openAddress).withIcon(Glyph.LINK));
    whenOpen("repository.close", "", bench -> window.closeRepository());
    add(Action.of("window.settings", "Shortcut+Comma", window::showSettings));
    add(Action.of("window.keys", "", window::chooseKeys));
    add(Action.of("window.quit", "Shortcut+Q", window::quit));
    add(
        when("repository.database", "", Need.REPOSITORY, bench -> bench.features().showDatabase())
            .withIcon(Glyph.DATABASE));
    whenOpen("repository.backup", "", bench -> bench.features().backUp());
    add(
        when(
                "repository.fetch",
                "F5",
                Need.REPOSITORY,
                bench -> bench.viewModel().fetching().fetch())
            .withIcon(Glyph.REFRESH));
  }

  private void registerEdit() {
    add(
        when("edit.undo", "Shortcut+Z", Need.EDIT_BEFORE, bench -> bench.viewModel().undo())
            .withIcon(Glyph.UNDO)
            .withDetail(text(WorkbenchViewModel::undoes)));
    add(
        when("edit.redo", "Shortcut+Y", Need.EDIT_UNDONE, bench -> bench.viewModel().redo())
            .alsoBy("Shortcut+Shift+Z")
            .withIcon(Glyph.REDO)
            .withDetail(text(WorkbenchViewModel::redoes)));
    add(
        when(
                "entity.new",
                "Shortcut+Shift+N",
                Need.REPOSITORY,
                bench -> bench.explorer().createAtSelected())
            .withIcon(Glyph.PLUS));
    whenOpen(
        "entity.image", "", bench -> bench.features().addImage(Optional.empty(), Optional.empty()));
    add(when("entity.delete", "", Need.ENTITY, this::deleteInFront).withIcon(Glyph.TRASH));
    for (RefactoringKind kind : RefactoringKind.values()) {
      if (kind != RefactoringKind.DELETE) {
        add(
            when(
                "refactor." + kind.name().toLowerCase(Locale.ROOT),
                kind == RefactoringKind.RENAME ? "F2" : "",
                Need.of(kind),
                bench -> refactorInFront(bench, kind)));
      }
    }
  }

  private void refactorInFront(Workbench bench, RefactoringKind kind) {
    if (bench.viewModel().tabs().current().get() instanceof Place.Entity entity) {
      bench.features().refactor(kind, entity.key());
    }
  }

  private void deleteInFront(Workbench bench) {
    if (bench.viewModel().tabs().current().get() instanceof Place.Entity entity) {
      bench.features().refactor(RefactoringKind.DELETE, entity.key());
    }
  }

  private void revealInFront(Workbench bench) {
    Place front = bench.viewModel().tabs().current().get();
    Optional.ofNullable(front).flatMap(Place::entity).ifPresent(bench.view()::revealInTree);
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
    add(
        when("draft.new", "Shortcut+N", Need.REPOSITORY, bench -> bench.features().newDraft())
            .withIcon(Glyph.PLUS));
    add(when("draft.share", "", Need.DRAFT, bench -> bench.features().shareDraft()));
    whenOpen("draft.shared", "", bench -> bench.features().openSharedDraft());
    add(
        when("draft.switch", "Shortcut+D", Need.REPOSITORY, bench -> bench.toolbar().toggleDrafts())
            .withIcon(Glyph.BRANCH));
    add(
        when(
                "draft.all",
                "Shortcut+Shift+D",
                Need.REPOSITORY,
                bench -> bench.navigator().open(new Place.Drafts()))
            .withIcon(Glyph.BRANCH));
    add(when("draft.close", "", Need.DRAFT, bench -> bench.viewModel().closeDraft()));
    add(
        when("draft.review", "Shortcut+R", Need.DRAFT, bench -> bench.navigator().openReview())
            .withIcon(Glyph.CHANGES));
    add(
        when(
                "draft.steps",
                "Shortcut+Shift+S",
                Need.DRAFT,
                bench -> bench.navigator().open(new Place.Steps()))
            .withIcon(Glyph.HISTORY));
    add(
        when(
                "view.compare",
                "Shortcut+Shift+C",
                Need.REPOSITORY,
                bench -> bench.navigator().open(new Place.Compare()))
            .withIcon(Glyph.COMPARE));
    add(
        when("entity.history", "Shortcut+Shift+H", Need.ENTITY, this::historyOfInFront)
            .withIcon(Glyph.HISTORY));
    add(
        when("entity.graph", "Shortcut+Shift+G", Need.ENTITY, this::graphOfInFront)
            .withIcon(Glyph.GRAPH));
    add(when("draft.export", "Shortcut+E", Need.DRAFT, bench -> bench.features().exportDraft()));
    whenOpen("draft.import", "Shortcut+I", bench -> bench.features().importDraft());
    whenOpen("draft.import.clipboard", "", bench -> bench.features().importClipboard());
    add(
        when("draft.validate", "F8", Need.REPOSITORY, bench -> bench.view().showProblems(true))
            .withIcon(Glyph.VALIDATE));
    add(
        when(
                "draft.rebase",
                "Shortcut+Shift+U",
                Need.NEWER_VERSION,
                bench -> bench.navigator().openRebase())
            .withIcon(Glyph.BRANCH));
    add(
        when(
                "draft.submit",
                "Shortcut+Enter",
                Need.CHANGES,
                bench -> bench.navigator().openSubmit())
            .withIcon(Glyph.PULL_REQUEST)
            .withDetail(text(WorkbenchViewModel::submitHint)));
  }

  private void registerView(Window window) {
    add(
        when("view.explorer", "Shortcut+B", Need.REPOSITORY, bench -> bench.view().toggleExplorer())
            .withIcon(Glyph.TREE));
    add(
        when(
                "view.inspector",
                "Shortcut+Shift+I",
                Need.INSPECTOR,
                bench -> bench.view().toggleInspector())
            .withIcon(Glyph.INFO));
    add(
        when("view.problems", "Shortcut+J", Need.REPOSITORY, bench -> bench.view().toggleProblems())
            .withIcon(Glyph.PROBLEMS));
    add(
        when(
                "view.activity",
                "Shortcut+Shift+A",
                Need.REPOSITORY,
                bench -> bench.navigator().open(new Place.Activity()))
            .withIcon(Glyph.HISTORY));
    add(
        when("entity.goto", "Shortcut+P", Need.REPOSITORY, bench -> window.showPalette(""))
            .withIcon(Glyph.SEARCH));
    add(
        when("place.recent", "Shortcut+Shift+R", Need.REPOSITORY, bench -> window.showRecent())
            .withIcon(Glyph.HISTORY));
    add(
        when("entity.reveal", "Shortcut+Shift+E", Need.OF_ENTITY, this::revealInFront)
            .withIcon(Glyph.TREE));
    add(
        Action.of(
            "command.run",
            "Shortcut+Shift+P",
            () -> window.showPalette(PaletteViewModel.COMMANDS)));
    add(
        when(
                "view.filter",
                "Shortcut+Shift+F",
                Need.REPOSITORY,
                bench -> bench.view().focusFilter())
            .withIcon(Glyph.FILTER));
    // Plus is typed with Shift on some keyboards and has a key of its own on others.
    add(
        Action.of("view.larger", "Shortcut+Plus", () -> window.changeFont(1))
            .alsoBy("Shortcut+Equals")
            .alsoBy("Shortcut+Shift+Equals")
            .alsoBy("Shortcut+Add"));
    add(
        Action.of("view.smaller", "Shortcut+Minus", () -> window.changeFont(-1))
            .alsoBy("Shortcut+Subtract"));
    add(Action.of("view.usual", "Shortcut+0", () -> window.changeFont(0)));
    for (ThemeChoice theme : ThemeChoice.values()) {
      String id = "theme." + theme.name().toLowerCase(Locale.ROOT);
      add(Action.of(id, "", () -> window.chooseTheme(theme)));
    }
    whenOpen("pane.next", "F6", bench -> bench.view().stepPane(1));
    whenOpen("pane.previous", "Shift+F6", bench -> bench.view().stepPane(-1));
  }

  private void registerTabs() {
    whenTab("tab.next", "Ctrl+Tab", tabs -> tabs.step(1));
    whenTab("tab.previous", "Ctrl+Shift+Tab", tabs -> tabs.step(-1));
    add(
        when(
            "tab.close",
            "Shortcut+W",
            Need.FREE_TAB,
            bench -> bench.viewModel().tabs().closeCurrent()));
    whenFront("tab.close.others", "Shortcut+Shift+W", TabsViewModel::closeOthers);
    whenFront("tab.pin", "", (tabs, front) -> tabs.pin(front, !tabs.isPinned(front)));
    whenFront("tab.left", "Alt+Shift+Left", (tabs, front) -> tabs.shift(front, -1));
    whenFront("tab.right", "Alt+Shift+Right", (tabs, front) -> tabs.shift(front, 1));
    add(
        when(
                "tab.beside",
                "Shortcut+Back Slash",
                Need.ANOTHER_TAB,
                bench -> bench.view().moveAcross())
            .withIcon(Glyph.SWAP));
    add(
        when(
            "side.other",
            "Shortcut+Shift+Back Slash",
            Need.TWO_SIDES,
            bench -> bench.view().focusOtherSide()));
    add(when("side.join", "", Need.TWO_SIDES, bench -> bench.viewModel().tabs().join()));
    add(
        when(
            "tab.reopen",
            "Shortcut+Shift+T",
            Need.CLOSED_TAB,
            bench -> bench.viewModel().tabs().reopen()));
    add(
        when(
                "history.back",
                "Alt+Left",
                Need.PLACE_BEFORE,
                bench -> bench.viewModel().tabs().back())
            .withIcon(Glyph.CHEVRON_LEFT));
    add(
        when(
                "history.forward",
                "Alt+Right",
                Need.PLACE_AFTER,
                bench -> bench.viewModel().tabs().forward())
            .withIcon(Glyph.CHEVRON_RIGHT));
  }

  /** What the parts of the window do by keys of their own, so that they stand with all others. */
  private void registerDeeds() {
    for (Deed deed : Deed.values()) {
      Action action =
          when(deed.id(), "", Need.of(deed.context()), bench -> bench.view().perform(deed))
              .in(deed.context());
      add(action.withKeys(deed.keys()));
    }
  }

  private void add(Action action) {
    actions.register(action);
  }

  private void whenOpen(String id, String key, Consumer<Workbench> run) {
    add(when(id, key, Need.REPOSITORY, run));
  }

  private void whenTab(String id, String key, Consumer<TabsViewModel> run) {
    add(when(id, key, Need.TAB, bench -> run.accept(bench.viewModel().tabs())));
  }

  private void whenFront(String id, String key, BiConsumer<TabsViewModel, Place> run) {
    whenTab(
        id,
        key,
        tabs -> {
          Place front = tabs.current().get();
          if (front != null) {
            run.accept(tabs, front);
          }
        });
  }

  /** An action of the open repository that needs something there, and says so while it is not. */
  private Action when(String id, String key, Need need, Consumer<Workbench> run) {
    return when(id, key, need::in, run)
        .withReason(
            Bindings.createStringBinding(
                () -> texts.get(open.get() == null ? Need.REPOSITORY.text() : need.text()), open));
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
