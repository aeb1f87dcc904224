package org.ontodraft.app.ui.conflict;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.Commit;

/** A line of the list beside a rebase. */
final class DecisionCell extends ListCell<DecisionItem> {
  private final Texts texts;
  private final Dates dates;

  DecisionCell(Texts texts, Dates dates) {
    this.texts = texts;
    this.dates = dates;
    getStyleClass().add("decision-cell");
    setPrefWidth(0); // as wide as the list, never wider
  }

  @Override
  protected void updateItem(@Nullable DecisionItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(
        switch (empty ? null : item) {
          case null -> null;
          case DecisionItem.Head head -> head(head);
          case DecisionItem.OfEntity entity -> entity(entity);
          case DecisionItem.OfRow row -> row(row.row());
          case DecisionItem.Merged merged -> merged(merged);
          case DecisionItem.AllMerged all ->
              line("decision-link", link(texts.get("rebase.merged.all", all.count())));
          case DecisionItem.OfCommit commit -> commit(commit.commit());
          case DecisionItem.MoreCommits more ->
              line("decision-commit", muted(texts.get("rebase.commits.more", more.count())));
        });
    setAccessibleText(empty || item == null ? null : spoken(item));
  }

  private Region head(DecisionItem.Head head) {
    Label name = new Label(texts.get("rebase.items." + lower(head.part())));
    name.getStyleClass().add("strong-text");
    return line("decision-head", name, space(), muted(texts.get("rebase.number", head.count())));
  }

  private Region entity(DecisionItem.OfEntity item) {
    Label name = new Label(item.row().key().key());
    name.getStyleClass().add("medium-text");
    return line(
        "decision-entity",
        mark(item.done() < item.all()),
        new Icon(Glyph.of(item.row().key().type()), "small-icon"),
        name,
        space(),
        muted(texts.get("rebase.items.done", item.done(), item.all())));
  }

  private Region row(PlanRow row) {
    return switch (row) {
      case PlanRow.Field field ->
          line(
              "decision-field",
              mark(field.isOpen()),
              new Label(FieldNames.of(texts, field.decision().field().name())),
              space(),
              letter(field.source()));
      case PlanRow.Broken broken ->
          line(
              "decision-entity",
              mark(true),
              new Label(broken.finding().key().key()),
              space(),
              muted(broken.finding().rule()));
      default -> line("decision-field");
    };
  }

  private Region merged(DecisionItem.Merged merged) {
    return line(
        "decision-entity",
        muted("="),
        new Label(reason(merged.reason())),
        space(),
        muted(texts.get("rebase.number", merged.count())),
        letter(ResultSource.of(merged.reason())));
  }

  private String reason(Reason reason) {
    return texts.get("rebase.merged." + lower(reason));
  }

  private Region commit(Commit commit) {
    Label sha = new Label(commit.version().shortCommit());
    sha.getStyleClass().addAll("mono-text", "muted-text");
    sha.setMinWidth(Region.USE_PREF_SIZE);
    Label summary = new Label(commit.version().summary());
    Label who = muted(who(commit));
    VBox text = new VBox(summary, who);
    HBox.setHgrow(text, Priority.ALWAYS);
    return line("decision-commit", sha, text);
  }

  private String who(Commit commit) {
    String day = dates.day(commit.version().committedAt());
    return commit.author().isEmpty() ? day : texts.get("rebase.commit.by", commit.author(), day);
  }

  private static Icon mark(boolean open) {
    return open
        ? new Icon(Glyph.CONFLICT, "small-icon", "conflict")
        : new Icon(Glyph.DONE, "small-icon", "success");
  }

  private static Pill letter(ResultSource source) {
    Pill pill = new Pill(source.letter(), source.side());
    pill.getStyleClass().add("source-letter");
    pill.setMinWidth(USE_PREF_SIZE);
    return pill;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted-text", "small-text");
    label.setMinWidth(text.length() < 12 ? USE_PREF_SIZE : 0);
    return label;
  }

  private static Label link(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("link-text");
    return label;
  }

  private static HBox line(String style, Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().addAll(List.of("decision-line", style));
    return line;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private String spoken(DecisionItem item) {
    return switch (item) {
      case DecisionItem.Head(DecisionItem.Part part, int count) ->
          texts.get("rebase.items." + lower(part)) + ", " + count;
      case DecisionItem.OfEntity(PlanRow.Entity row, int done, int all) ->
          row.key().key() + ", " + texts.get("rebase.items.done", done, all);
      case DecisionItem.OfRow(PlanRow.Field field) ->
          FieldNames.of(texts, field.decision().field().name())
              + ", "
              + texts.get("rebase.source." + lower(field.source()));
      case DecisionItem.OfRow(PlanRow.Broken broken) ->
          broken.finding().key().key() + ", " + broken.finding().rule();
      case DecisionItem.OfRow other -> "";
      case DecisionItem.Merged(Reason reason, int count) -> reason(reason) + ", " + count;
      case DecisionItem.AllMerged(int count) -> texts.get("rebase.merged.all", count);
      case DecisionItem.OfCommit(Commit commit) -> commit.version().summary() + ", " + who(commit);
      case DecisionItem.MoreCommits(int count) -> texts.get("rebase.commits.more", count);
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
