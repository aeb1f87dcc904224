package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Texts;

/**
 * The context menu of the list: the choices of the selected row by the names its buttons have, one
 * choice for several rows, and what the page does. FX thread.
 */
final class PlanMenu {
  private static final List<Deed> ROUND =
      List.of(Deed.REBASE_NEXT, Deed.REBASE_PREVIOUS, Deed.REBASE_BASE);
  private static final List<Deed> OF_ALL =
      List.of(Deed.REBASE_UNDO, Deed.REBASE_REDO, Deed.REBASE_MOVE);

  private final ListView<PlanRow> rows;
  private final RebaseViewModel model;
  private final Texts texts;
  private final DeedMenu deeds;
  private final WayTexts names;

  private PlanMenu(
      ListView<PlanRow> rows, RebaseViewModel model, Texts texts, Consumer<Deed> perform) {
    this.rows = rows;
    this.model = model;
    this.texts = texts;
    this.deeds = new DeedMenu(texts, possible(), perform);
    this.names = new WayTexts(texts);
  }

  /**
   * Gives the list its menu.
   *
   * @param perform does to the selected row or the page what a key would do
   */
  static void install(
      ListView<PlanRow> rows, RebaseViewModel model, Texts texts, Consumer<Deed> perform) {
    PlanMenu plan = new PlanMenu(rows, model, texts, perform);
    // A menu without any item is never shown, and so would not be filled.
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> menu.getItems().setAll(plan.items()));
    rows.setContextMenu(menu);
  }

  private Predicate<Deed> possible() {
    return deed -> {
      @Nullable PlanRow row = rows.getSelectionModel().getSelectedItem();
      return switch (deed) {
        case REBASE_OPEN -> row != null && !(row instanceof PlanRow.Section);
        case REBASE_NEXT, REBASE_PREVIOUS -> rows.getItems().stream().anyMatch(PlanRow::isOpen);
        case REBASE_UNDO -> model.undoable().get();
        case REBASE_REDO -> model.redoable().get();
        case REBASE_MOVE -> model.canMove();
        default -> true;
      };
    };
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(deeds.item(rows, Deed.REBASE_OPEN));
    List<MenuItem> ways = ways(rows.getSelectionModel().getSelectedItem());
    if (!ways.isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.addAll(ways);
    }
    items.add(new SeparatorMenuItem());
    ROUND.forEach(deed -> items.add(deeds.item(rows, deed)));
    items.add(new SeparatorMenuItem());
    if (model.standing().get() instanceof RebaseStanding.Moved moved && !moved.plan().clean()) {
      Menu several = new Menu(texts.get("rebase.all"));
      several.setId("rebase.all");
      several
          .getItems()
          .setAll(BulkMenu.items(rows.getSelectionModel().getSelectedItem(), texts, model));
      items.add(several);
    }
    OF_ALL.forEach(deed -> items.add(deeds.item(rows, deed)));
    return items;
  }

  private List<MenuItem> ways(@Nullable PlanRow row) {
    List<MenuItem> items = new ArrayList<>();
    if (row instanceof PlanRow.Broken broken) {
      for (int at = 0; at < broken.ways().size(); at++) {
        add(items, at + 1, names.sentence(broken.ways().get(at)), true);
      }
    } else if (row != null) {
      row.offered().forEach(way -> add(items, way.digit(), names.of(row, way), way.canBeTaken()));
      if (row.isDecided()) {
        add(items, Way.RESET, texts.get("rebase.way.reset"), true);
      }
    }
    return items;
  }

  private void add(List<MenuItem> items, int digit, String name, boolean possible) {
    Arrays.stream(Deed.values())
        .filter(deed -> PlanList.digit(deed) == digit)
        .findFirst()
        .ifPresent(deed -> {
          MenuItem item = deeds.item(rows, deed, name);
          item.setDisable(!possible);
          items.add(item);
        });
  }
}
