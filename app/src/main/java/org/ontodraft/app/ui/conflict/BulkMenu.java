package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.rebase.Scope;

/** One choice for many conflicts: of an entity, of a type, all like the selected one, or all. */
final class BulkMenu {
  private static final List<Choice.Kind> CHOICES =
      List.of(Choice.Kind.MINE, Choice.Kind.UPSTREAM, Choice.Kind.UNION, Choice.Kind.BASE);

  private BulkMenu() {}

  /** Fills the button's menu when it opens, by the row that is selected then. */
  static void install(
      MenuButton button, Texts texts, ListView<PlanRow> rows, RebaseViewModel model) {
    button.setOnShowing(event ->
        button.getItems().setAll(items(rows.getSelectionModel().getSelectedItem(), texts, model)));
    // A menu button without items does not open.
    button.getItems().add(new MenuItem());
  }

  /** What can be decided at once where this row is selected, each with the choices. */
  static List<Menu> items(@Nullable PlanRow row, Texts texts, RebaseViewModel model) {
    List<Menu> items = new ArrayList<>();
    @Nullable Conflict conflict = conflict(row);
    if (conflict != null) {
      EntityKey key = conflict.place().key();
      items.add(
          menu(texts.get("rebase.all.entity", key.key()), new Scope.OfEntity(key), texts, model));
      items.add(
          menu(
              texts.get("rebase.all.type", texts.types(key.type())),
              new Scope.OfType(key.type()),
              texts,
              model));
      items.add(menu(texts.get("rebase.all.alike"), new Scope.Alike(conflict), texts, model));
    }
    items.add(menu(texts.get("rebase.all.everything"), new Scope.Everything(), texts, model));
    return items;
  }

  private static Menu menu(String name, Scope scope, Texts texts, RebaseViewModel model) {
    Menu menu = new Menu(name);
    menu.setMnemonicParsing(false); // keys of entities have underscores
    for (Choice.Kind choice : CHOICES) {
      MenuItem item =
          new MenuItem(texts.get("rebase.way." + choice.name().toLowerCase(Locale.ROOT)));
      item.setOnAction(event -> model.decideAll(scope, choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static @Nullable Conflict conflict(@Nullable PlanRow row) {
    return switch (row) {
      case PlanRow.Entity(EntityMerge merge, var ways, var chosen) ->
          merge.isOpen() ? new Conflict.Entity(merge) : null;
      case PlanRow.Field field when field.isOpen() -> ofField(field.merge(), field.decision());
      case null, default -> null;
    };
  }

  private static @Nullable Conflict ofField(EntityMerge merge, FieldDecision decision) {
    return merge.conflicts().stream()
        .filter(conflict -> conflict.place().equals(merge.place(decision.field().name())))
        .findFirst()
        .orElse(null);
  }
}
