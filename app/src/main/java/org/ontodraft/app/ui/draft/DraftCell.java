package org.ontodraft.app.ui.draft;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.submit.WaitingSubmit;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.RebaseStanding;

/** A draft in the list: title, state, what it is based on, how much it changes. */
final class DraftCell extends ListCell<Row> {
  private final Texts texts;
  private final PullRequestTexts words;
  private final Dates dates;
  private final Icon mark = new Icon(Glyph.DONE, "done");
  private final Label title = new Label();
  private final Label facts = new Label();
  private final Pill status = new Pill("", Pill.Side.PLAIN);
  private final IconButton rename;
  private final IconButton export;
  private final IconButton delete;
  private final HBox line;

  DraftCell(Texts texts, Dates dates, DraftList.Actions actions) {
    this.texts = texts;
    this.words = new PullRequestTexts(texts);
    this.dates = dates;
    title.getStyleClass().add("medium-text");
    facts.getStyleClass().addAll("small-text", "muted-text");
    rename = new IconButton(Glyph.PEN, "");
    export = new IconButton(Glyph.EXTERNAL, "");
    delete = new IconButton(Glyph.TRASH, "");
    for (IconButton button : new IconButton[] {rename, export, delete}) {
      // F2, Ctrl+E and Delete do the same from the list.
      button.setFocusTraversable(false);
    }
    rename.setOnAction(event -> actions.rename(getItem()));
    export.setOnAction(event -> actions.export(getItem()));
    delete.setOnAction(event -> actions.delete(getItem()));
    // As wide as the list, not as its longest title.
    setPrefWidth(0);
    VBox lines = new VBox(title, facts);
    lines.getStyleClass().add("draft-words");
    HBox.setHgrow(lines, Priority.ALWAYS);
    status.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(mark, lines, status, rename, export, delete);
    line.getStyleClass().add("draft-line");
  }

  @Override
  protected void updateItem(@Nullable Row item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Draft draft = item.draft();
    mark.setVisible(item.open());
    title.setText(draft.title());
    String about =
        withStanding(
            item,
            texts.get(
                "draft.row.facts",
                draft.changeCount(),
                draft.base().shortCommit(),
                dates.day(draft.base().committedAt()),
                dates.moment(draft.modifiedAt())));
    facts.setText(about);
    @Nullable TrackedPullRequest pullRequest = item.pullRequest();
    @Nullable WaitingSubmit waiting = item.waiting();
    String state =
        waiting != null
            ? texts.get(waiting.stopped() == null ? "drafts.waiting" : "drafts.waiting.asks")
            : pullRequest == null ? stateOf(draft.status()) : words.chip(pullRequest);
    status.setText(state);
    status.show(sideOf(draft.status()));
    status.setVisible(
        draft.status() != DraftStatus.DRAFT || pullRequest != null || waiting != null);
    rename.name(texts.get("draft.row.rename", draft.title()));
    export.name(texts.get("draft.row.export", draft.title()));
    delete.name(texts.get("draft.row.delete", draft.title()));
    setAccessibleText(
        texts.get(
            item.open() ? "draft.row.spoken.open" : "draft.row.spoken",
            draft.title(),
            state,
            about));
    setGraphic(line);
  }

  /** Says what moving it would come to, where there is something newer to move to. */
  private String withStanding(Row row, String about) {
    @Nullable RebaseStanding standing = row.standing();
    if (standing == null || row.draft().base().commit().equals(standing.commit())) {
      return about;
    }
    return switch (standing.status()) {
      case CLEAN -> texts.get("draft.row.behind.clean", about);
      case CONFLICT -> texts.get("draft.row.behind.conflict", about);
      case PENDING -> about;
    };
  }

  private String stateOf(DraftStatus state) {
    return texts.get("draft.status." + state.name().toLowerCase(Locale.ROOT));
  }

  private static Pill.Side sideOf(DraftStatus state) {
    return switch (state) {
      case DRAFT, VALIDATED -> Pill.Side.PLAIN;
      case SUBMITTED -> Pill.Side.MINE;
      case MERGED -> Pill.Side.DONE;
      case REJECTED -> Pill.Side.BASE;
    };
  }
}
