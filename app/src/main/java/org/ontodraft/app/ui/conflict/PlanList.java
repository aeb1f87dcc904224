package org.ontodraft.app.ui.conflict;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.ColumnsPane;

/** Makes a list show what a rebase would do, and take decisions by digit. */
final class PlanList {
  private PlanList() {}

  /** The heads of the columns that stand above the list. */
  static Region columns(Texts texts, boolean withBase) {
    Label field = new Label(texts.get("review.column.field"));
    Label base = new Label(texts.get("review.column.base"));
    Label mine = new Label(texts.get("review.column.mine"));
    Label upstream = new Label(texts.get("rebase.column.upstream"));
    Label result = new Label(texts.get("rebase.column.result"));
    Label source = new Label(texts.get("rebase.column.source"));
    source.getStyleClass().add("source-head");
    base.getStyleClass().add("base-side");
    mine.getStyleClass().add("mine-side");
    upstream.getStyleClass().add("upstream-side");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox last = new HBox(result, space, source);
    ColumnsPane columns =
        new ColumnsPane(
            field, withBase ? List.of(base, mine, upstream, last) : List.of(mine, upstream, last));
    columns.getStyleClass().add("column-heads");
    return columns;
  }

  /**
   * Dresses a list.
   *
   * @param withBase whether the base has a column
   */
  static void install(
      ListView<PlanRow> list, Texts texts, PlanActions actions, ObservableBooleanValue withBase) {
    list.setCellFactory(view -> new PlanRowCell(texts, actions, withBase));
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(list, event, actions));
    list.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open(list, actions);
          }
        });
  }

  private static void press(ListView<PlanRow> list, KeyEvent event, PlanActions actions) {
    Deed.of(Context.REBASE, list.getScene(), event)
        .filter(deed -> deed == Deed.REBASE_OPEN ? event.getTarget() == list : digit(deed) >= 0)
        .ifPresent(deed -> {
          perform(list, deed, actions);
          event.consume();
        });
  }

  /** Does to the selected row what a key would do; nothing when none is selected. */
  static void perform(ListView<PlanRow> list, Deed deed, PlanActions actions) {
    @Nullable PlanRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    if (deed == Deed.REBASE_OPEN) {
      open(list, actions);
    } else if (digit(deed) >= 0) {
      takeDigit(row, digit(deed), actions);
    }
  }

  /** The digit of a choice as the rows name it; -1 for another deed. */
  static int digit(Deed deed) {
    return switch (deed) {
      case REBASE_0 -> Way.RESET;
      case REBASE_1 -> Way.MINE;
      case REBASE_2 -> Way.UPSTREAM;
      case REBASE_3 -> Way.BOTH;
      case REBASE_4 -> Way.BASE;
      case REBASE_5 -> Way.EDIT;
      case REBASE_6 -> 6;
      case REBASE_7 -> 7;
      case REBASE_8 -> 8;
      default -> -1;
    };
  }

  private static void takeDigit(PlanRow row, int digit, PlanActions actions) {
    if (digit == Way.RESET) {
      if (row.isDecided()) {
        actions.reset(row);
      }
    } else if (row instanceof PlanRow.Broken broken) {
      if (digit > 0 && digit <= broken.ways().size()) {
        actions.take(broken.ways().get(digit - 1));
      }
    } else {
      row.offered().stream()
          .filter(way -> way.digit() == digit && way.canBeTaken())
          .findFirst()
          .ifPresent(way -> actions.take(row, way));
    }
  }

  private static void open(ListView<PlanRow> list, PlanActions actions) {
    switch (list.getSelectionModel().getSelectedItem()) {
      case PlanRow.Entity entity -> actions.open(entity.key());
      case PlanRow.Field field -> actions.open(field.key());
      case PlanRow.Broken broken -> actions.open(broken.finding().key());
      case null, default -> {}
    }
  }
}
