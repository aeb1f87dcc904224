package org.ontodraft.app.ui.control.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityKey;

/** Makes a list show what a rebase would do. */
public final class PlanList {
  private PlanList() {}

  /** The heads of the columns that stand above the list. */
  public static Region columns(Texts texts) {
    Label field = new Label(texts.get("review.column.field"));
    Label base = new Label(texts.get("review.column.base"));
    Label mine = new Label(texts.get("review.column.mine"));
    Label upstream = new Label(texts.get("rebase.column.upstream"));
    base.getStyleClass().add("base-side");
    mine.getStyleClass().add("mine-side");
    upstream.getStyleClass().add("upstream-side");
    ColumnsPane columns = new ColumnsPane(field, List.of(base, mine, upstream));
    columns.getStyleClass().add("column-heads");
    return columns;
  }

  /**
   * Dresses a list.
   *
   * @param open hears of the entity whose row was chosen with Enter or a double click
   */
  public static void install(ListView<PlanRow> list, Texts texts, Consumer<EntityKey> open) {
    list.setCellFactory(view -> new PlanRowCell(texts));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            chosen(list).ifPresent(open);
            event.consume();
          }
        });
    list.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            chosen(list).ifPresent(open);
          }
        });
  }

  private static Optional<EntityKey> chosen(ListView<PlanRow> list) {
    @Nullable PlanRow row = list.getSelectionModel().getSelectedItem();
    return switch (row) {
      case null -> Optional.empty();
      case PlanRow.Section section -> Optional.empty();
      case PlanRow.Entity entity -> Optional.of(entity.key());
      case PlanRow.Field field -> Optional.of(field.key());
      case PlanRow.Broken broken -> Optional.of(broken.finding().key());
    };
  }
}
