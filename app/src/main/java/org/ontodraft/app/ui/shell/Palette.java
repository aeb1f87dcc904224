package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.palette.PaletteEntry;
import org.ontodraft.app.ui.palette.PaletteGroup;
import org.ontodraft.app.ui.palette.PaletteGroup.Kind;
import org.ontodraft.app.ui.palette.PalettePane;
import org.ontodraft.app.ui.palette.PaletteViewModel;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/** What the window's palette offers, and where it is shown. FX thread. */
final class Palette {
  private static final int REMEMBERED = 20;

  private final ActionRegistry actions;
  private final Texts texts;
  private final Overlay overlay;
  private final Supplier<Optional<Workbench>> workbench;
  private final Executor fx;
  private final PlaceNames names;

  /** Commands that were chosen here, the newest first. */
  private final List<String> recent = new ArrayList<>();

  Palette(
      ActionRegistry actions,
      Texts texts,
      Overlay overlay,
      Supplier<Optional<Workbench>> workbench,
      Executor fx) {
    this.actions = actions;
    this.texts = texts;
    this.overlay = overlay;
    this.workbench = workbench;
    this.fx = fx;
    this.names = new PlaceNames(texts);
  }

  /** Shows the palette with this text in it. */
  void show(String text) {
    Optional<Workbench> bench = workbench.get();
    List<PaletteGroup> groups = new ArrayList<>();
    bench.ifPresent(open -> {
      groups.add(pages(open));
      groups.add(drafts(open));
      groups.add(modules(open));
    });
    groups.add(commands());
    PaletteViewModel viewModel =
        new PaletteViewModel(
            new PaletteViewModel.Entities(
                texts.get("palette.entities"),
                bench.map(open -> open.viewModel().workspace().search()),
                key -> bench.map(open -> status(open, key)).orElse(EntityStatus.UNCHANGED),
                key -> bench.ifPresent(open -> goTo(open, new Place.Entity(key)))),
            groups,
            fx);
    viewModel.text().set(text);
    PalettePane pane = new PalettePane(viewModel, texts, overlay::hide);
    overlay.show(pane, pane.field(), viewModel::close);
  }

  /** Shows where one has been, the place before this one chosen: Enter goes there and back. */
  void showRecent() {
    workbench
        .get()
        .ifPresent(open -> {
          PaletteViewModel viewModel =
              new PaletteViewModel(
                  new PaletteViewModel.Entities(
                      "", Optional.empty(), key -> EntityStatus.UNCHANGED, key -> {}),
                  List.of(recentPages(open)),
                  fx);
          PalettePane pane = new PalettePane(viewModel, texts, overlay::hide);
          pane.field().setPromptText(texts.get("palette.recent.prompt"));
          pane.field().setAccessibleText(texts.get("palette.recent"));
          overlay.show(pane, pane.field(), viewModel::close);
        });
  }

  private PaletteGroup recentPages(Workbench open) {
    DraftOverlay view = open.viewModel().workspace().effective().get();
    List<PaletteEntry> entries =
        open.viewModel().places().recent().stream().map(place -> page(open, place, view)).toList();
    return new PaletteGroup(Kind.PAGES, texts.get("palette.recent"), entries);
  }

  /** Who asks for a place wants to work there, wherever the focus was. */
  private static void goTo(Workbench open, Place place) {
    open.navigator().open(place);
    open.view().focusPageOnceLaidOut();
  }

  private static EntityStatus status(Workbench open, EntityKey key) {
    return open.viewModel().workspace().effective().get().status(key);
  }

  private PaletteGroup commands() {
    List<PaletteEntry> entries =
        actions.all().stream()
            .filter(Palette::isAboutWhatIsShown)
            .map(Action::id)
            .sorted(Comparator.comparingInt(this::order))
            .map(this::command)
            .toList();
    return new PaletteGroup(Kind.COMMANDS, texts.get("palette.commands"), entries);
  }

  /** What the pages do is listed while they are in front. */
  private static boolean isAboutWhatIsShown(Action action) {
    return action.context() == Context.ANYWHERE || action.enabled().get();
  }

  /** Those chosen last come first, then as the menus have them. */
  private int order(String id) {
    int used = recent.indexOf(id);
    if (used >= 0) {
      return used - recent.size();
    }
    List<String> menus = MenuPlan.ALL.stream().flatMap(menu -> menu.actions().stream()).toList();
    int place = menus.indexOf(id);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private PaletteEntry command(String id) {
    Action action = actions.get(id);
    KeyCombination key = actions.keys().shown(id).get();
    String menu =
        MenuPlan.of(id)
            .map(plan -> texts.get(plan.title()).replace("_", ""))
            .orElseGet(
                () -> texts.get("context." + action.context().name().toLowerCase(Locale.ROOT)));
    String missing = action.reason().get();
    return new PaletteEntry(
        actions.name(id),
        menu,
        key == null ? "" : key.getDisplayText(),
        action.enabled().get() ? "" : missing.isEmpty() ? texts.get("needs.other") : missing,
        action.glyph(),
        () -> run(id));
  }

  private void run(String id) {
    recent.remove(id);
    recent.addFirst(id);
    if (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
    actions.run(id);
  }

  private PaletteGroup pages(Workbench open) {
    TabsViewModel tabs = open.viewModel().tabs();
    DraftOverlay view = open.viewModel().workspace().effective().get();
    List<PaletteEntry> entries =
        Stream.concat(tabs.recent().stream(), tabs.places().stream())
            .distinct()
            .filter(place -> !place.equals(tabs.current().get()))
            .map(place -> page(open, place, view))
            .toList();
    return new PaletteGroup(Kind.PAGES, texts.get("palette.pages"), entries);
  }

  private PaletteEntry page(Workbench open, Place place, DraftOverlay view) {
    boolean shown = open.viewModel().tabs().places().contains(place);
    String type = place instanceof Place.Entity(EntityKey key) ? texts.type(key.type()) : "";
    return new PaletteEntry(
        names.name(place, view),
        shown ? texts.get("palette.page.open") : type,
        "",
        "",
        PlaceNames.glyph(place),
        () -> goTo(open, place));
  }

  private PaletteGroup drafts(Workbench open) {
    Workspace workspace = open.viewModel().workspace();
    Optional<Draft> present =
        workspace.draft().get().map(DraftSession::draft).map(now -> now.get());
    List<PaletteEntry> entries =
        workspace.drafts().get().stream()
            .filter(draft -> !draft.archived())
            .map(
                draft -> draft(open, draft, present.map(Draft::id).equals(Optional.of(draft.id()))))
            .toList();
    return new PaletteGroup(Kind.DRAFTS, texts.get("palette.drafts"), entries);
  }

  private PaletteEntry draft(Workbench open, Draft draft, boolean present) {
    return new PaletteEntry(
        draft.title(),
        present
            ? texts.get("palette.draft.open")
            : texts.get("workbench.changes", draft.changeCount()),
        "",
        "",
        Glyph.BRANCH,
        () -> {
          if (!present) {
            open.viewModel().openDraft(draft);
          }
        });
  }

  private PaletteGroup modules(Workbench open) {
    DraftOverlay view = open.viewModel().workspace().effective().get();
    List<PaletteEntry> entries =
        Stream.of(EntityType.MODULE, EntityType.BUNDLE)
            .flatMap(type -> view.entities(type).stream())
            .filter(entity -> view.exists(entity.key()))
            .map(entity -> module(open, entity))
            .toList();
    return new PaletteGroup(Kind.MODULES, texts.get("palette.modules"), entries);
  }

  private PaletteEntry module(Workbench open, EntitySummary entity) {
    return new PaletteEntry(
        entity.label(),
        texts.type(entity.key().type()),
        "",
        "",
        Glyph.of(entity.key().type()),
        () -> goTo(open, new Place.Entity(entity.key())));
  }
}
