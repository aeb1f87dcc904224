package org.ontodraft.app.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.Examined;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileProblem;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.exchange.WikiPush;

/** Asks for files, shows what is in them, and makes drafts of them when told to. FX thread. */
public final class ExchangeDialogs {
  private final ExchangeViewModel viewModel;
  private final Dialogs dialogs;
  private final NoticeBoard board;
  private final Texts texts;
  private final Dates dates;

  /** Dialogs of a workspace; what was done is told on the board. */
  public ExchangeDialogs(
      ExchangeViewModel viewModel, Dialogs dialogs, NoticeBoard board, Texts texts, Dates dates) {
    this.viewModel = viewModel;
    this.dialogs = dialogs;
    this.board = board;
    this.texts = texts;
    this.dates = dates;
  }

  /** Asks where to and writes the draft there. */
  public void export(Draft draft) {
    String name = ExchangeViewModel.fileName(draft.title()) + DraftFile.EXTENSION;
    dialogs
        .files()
        .newFile(
            texts.get("exchange.export.title", draft.title()),
            name,
            texts.get("exchange.files"),
            List.of("*" + DraftFile.EXTENSION))
        .ifPresent(file -> viewModel.export(draft.id(), file, written -> exported(draft, written)));
  }

  private void exported(Draft draft, Path file) {
    done(
        texts.get("exchange.exported.title", draft.title()),
        texts.get("exchange.exported.text", file));
  }

  private void done(String title, String text) {
    board.show(new Notice(Notice.Kind.DONE, title, text, "", "", "", List.of()));
  }

  /** Asks for a file and shows what is in it. */
  public void importFile() {
    Optional<Path> file =
        dialogs
            .files()
            .file(
                texts.get("exchange.import.choose"),
                texts.get("exchange.import.files"),
                List.of("*" + DraftFile.EXTENSION, "*.json"));
    file.ifPresent(chosen -> viewModel.examine(chosen, this::show));
  }

  /** Shows what is in the clipboard. */
  public void importClipboard() {
    String text = Clipboard.getSystemClipboard().getString();
    viewModel.examine(text == null ? "" : text, this::show);
  }

  void show(Examined examined) {
    switch (examined) {
      case Examined.Unusable(var problems) -> showProblems("exchange.unusable", problems);
      case Examined.OfDraft draft -> askForDraft(draft);
      case Examined.OfPush push -> {
        if (push.checked().changes().isEmpty()) {
          showProblems("exchange.push.none", push.checked().problems());
        } else {
          askForPush(push);
        }
      }
    }
  }

  private void showProblems(String key, List<DraftFileProblem> problems) {
    Label about = wrapped(texts.get(key + ".text"));
    dialogs.show(
        texts.get(key + ".title"), body(about, new ProblemList(texts, problems)), () -> {});
  }

  private void askForDraft(Examined.OfDraft draft) {
    PortableDraft read = draft.file().draft();
    VBox form =
        body(
            wrapped(
                texts.get(
                    "exchange.draft.facts",
                    read.changes().size(),
                    dates.moment(read.modifiedAt()),
                    read.base().shortCommit(),
                    dates.day(read.base().committedAt()),
                    draft.file().program())),
            wrapped(
                switch (draft.base()) {
                  case NEWEST -> texts.get("exchange.base.newest");
                  case KNOWN -> texts.get("exchange.base.known");
                  case UNKNOWN -> texts.get("exchange.base.unknown");
                }));
    if (!draft.strange().isEmpty()) {
      form.getChildren()
          .add(
              wrapped(
                  texts.get(
                      "exchange.base.strange",
                      draft.strange().size(),
                      draft.strange().getFirst())));
    }
    ask(
        texts.get("exchange.draft.title"),
        form,
        draft.title(),
        texts.get("exchange.import.do"),
        title -> viewModel.take(draft, title, this::taken));
  }

  private void askForPush(Examined.OfPush examined) {
    WikiPush push = examined.push();
    List<DraftFileProblem> problems = examined.checked().problems();
    VBox form =
        body(
            wrapped(
                texts.get(
                    "exchange.push.facts",
                    push.user(),
                    push.wikiUrl(),
                    examined.checked().changes().size(),
                    push.offered(),
                    examined.base().shortCommit())));
    if (!problems.isEmpty()) {
      form.getChildren().add(new ProblemList(texts, problems));
    }
    ask(
        texts.get("exchange.push.title"),
        form,
        examined.title(),
        problems.isEmpty()
            ? texts.get("exchange.import.do")
            : texts.get("exchange.push.good", examined.checked().changes().size()),
        title -> viewModel.take(examined, title, this::taken));
  }

  private void taken(DraftSession session) {
    Draft draft = session.draft().get();
    done(
        texts.get("exchange.taken.title", draft.title()),
        texts.get("exchange.taken.text", draft.changeCount()));
  }

  /** What is done with the title that was given. */
  private interface Titled {
    void run(String title);
  }

  private void ask(String heading, VBox form, String prefill, String doIt, Titled run) {
    TextField title = new TextField(prefill);
    title.setId("draft-title");
    form.getChildren().add(labelled(texts.get("draft.title"), title));
    dialogs.form(
        heading,
        form,
        doIt,
        Bindings.createBooleanBinding(() -> !title.getText().isBlank(), title.textProperty()),
        title,
        () -> run.run(title.getText()));
    title.selectAll();
  }

  private static Node labelled(String name, TextField field) {
    Label label = new Label(name);
    label.getStyleClass().add("medium-text");
    label.setLabelFor(field);
    field.setAccessibleText(name);
    VBox box = new VBox(label, field);
    box.getStyleClass().add("labelled");
    return box;
  }

  private static VBox body(Node... nodes) {
    VBox body = new VBox(nodes);
    body.getStyleClass().add("dialog-body");
    return body;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
