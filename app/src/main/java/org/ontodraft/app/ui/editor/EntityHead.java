package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.WithinLine;
import org.ontodraft.app.ui.editor.EntityViewModel.Mode;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.merge.EntityMerge;

/**
 * What stands at the head of an entity's page: its name with what was done to it, where it is, and
 * the menu of what can be done with it. FX thread.
 */
final class EntityHead {
  private final EntityViewModel viewModel;
  private final EditorTexts texts;
  private final Label title;
  private final FlowPane titleLine;
  private final FlowPane facts;
  private final MenuButton more;

  EntityHead(
      EntityViewModel viewModel,
      EditorTexts texts,
      Label title,
      FlowPane titleLine,
      FlowPane facts,
      MenuButton more) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.title = title;
    this.titleLine = titleLine;
    this.facts = facts;
    this.more = more;
    WithinLine.keep(titleLine);
    WithinLine.keep(facts);
  }

  /** Shows all of it. */
  void show(EntityContent content) {
    showTitle(content);
    facts.getChildren().setAll(factsOf(content));
    showMenu(content);
  }

  /** Offers what can be done now. */
  void showMenu(EntityContent content) {
    more.getItems().setAll(menu(content));
  }

  /** Shows what it is called and what was done to it. */
  void showTitle(@Nullable EntityContent content) {
    if (content == null) {
      return;
    }
    title.setText(content.label());
    Hint.say(title, content.label());
    titleLine.getChildren().setAll(title);
    if (content.status() != EntityStatus.UNCHANGED) {
      titleLine.getChildren().add(statusPill(content));
    }
    if (!viewModel.encounters().get().isEmpty()) {
      Pill met = new Pill(texts.get("editor.met.pill"), Pill.Side.PLAIN);
      met.setGraphic(new Icon(Glyph.BRANCH, "small-icon"));
      titleLine.getChildren().add(met);
    }
    EntityMerge merge = viewModel.upstream().get();
    if (content.status() != EntityStatus.CONFLICTED && merge != null && merge.hasConflict()) {
      Pill conflict = new Pill(texts.get("editor.upstream.conflict"), Pill.Side.CONFLICT);
      conflict.setGraphic(new Icon(Glyph.CONFLICT, "small-icon", "conflict"));
      titleLine.getChildren().add(conflict);
    }
  }

  private Pill statusPill(EntityContent content) {
    EntityStatus status = content.status();
    String sign = StatusMark.signOf(status);
    String word =
        content
            .overlay()
            .renamedFrom(content.key())
            .filter(old -> status == EntityStatus.RENAMED)
            .map(old -> texts.plain().get("status.renamed.from", old.key()))
            .orElseGet(() -> texts.plain().status(status));
    Pill pill =
        new Pill(
            sign.isEmpty() ? word : sign + " " + word,
            switch (status) {
              case CONFLICTED, BROKEN -> Pill.Side.CONFLICT;
              case DELETED -> Pill.Side.BASE;
              case ADDED, MODIFIED, RENAMED -> Pill.Side.MINE;
              case AFFECTED, UNCHANGED -> Pill.Side.PLAIN;
            });
    if (status == EntityStatus.AFFECTED) {
      pill.setGraphic(new Icon(Glyph.AFFECTED, "small-icon"));
    }
    return pill;
  }

  private List<Node> factsOf(EntityContent content) {
    List<Node> parts = new ArrayList<>();
    Label path = new Label(content.path().isEmpty() ? content.key().toString() : content.path());
    path.getStyleClass().add("mono-text");
    path.setMinWidth(0);
    parts.add(path);
    if (!content.modules().isEmpty()) {
      String names = String.join(", ", content.modules().stream().map(EntityKey::key).toList());
      parts.add(fact(texts.get("editor.modules", content.modules().size(), names)));
    }
    if (content.changedFields() > 0) {
      parts.add(fact(texts.get("editor.changed-fields", content.changedFields())));
    }
    return parts;
  }

  private static Label fact(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small-text", "muted-text");
    return label;
  }

  private List<MenuItem> menu(EntityContent content) {
    List<MenuItem> items = new ArrayList<>();
    boolean changed =
        content.status() != EntityStatus.UNCHANGED && content.status() != EntityStatus.AFFECTED;
    boolean editable = viewModel.mode().get() == Mode.EDITING;
    if (editable && changed && content.base() != null) {
      items.add(item("editor.menu.revert", viewModel::revertAll));
    }
    if (editable) {
      for (RefactoringKind kind : RefactoringKind.of(content.key().type())) {
        if (kind != RefactoringKind.DELETE) {
          items.add(
              item(
                  "action.refactor." + kind.name().toLowerCase(Locale.ROOT),
                  () -> viewModel.refactor(kind)));
        }
      }
      items.add(item("editor.menu.delete", viewModel::delete));
      items.add(new SeparatorMenuItem());
    }
    items.add(item("editor.menu.copy-key", () -> copy(content.key().key())));
    if (!content.path().isEmpty()) {
      items.add(item("editor.menu.copy-path", () -> copy(content.path())));
    }
    return items;
  }

  private MenuItem item(String key, Runnable run) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key);
    item.setOnAction(event -> run.run());
    return item;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
