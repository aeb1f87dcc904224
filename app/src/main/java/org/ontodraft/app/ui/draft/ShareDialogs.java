package org.ontodraft.app.ui.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.store.SharedDraftTokens;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;

/** Shares the open draft by a token, and opens drafts of others by theirs. FX thread. */
public final class ShareDialogs {
  private static final String QUEUE = "edits";

  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final InstantSource clock;
  private final SharedDraftTokens tokens;
  private final NoticeBoard board;

  /** How long a token is good. */
  private enum Term {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    OPEN(null);

    private final @Nullable Duration length;

    Term(@Nullable Duration length) {
      this.length = length;
    }

    @Nullable Instant endsAt(Instant now) {
      return length == null ? null : now.plus(length);
    }
  }

  /** Dialogs of a workspace. */
  public ShareDialogs(
      Workspace workspace,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      ErrorPresenter errors,
      InstantSource clock,
      SharedDraftTokens tokens,
      NoticeBoard board) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.errors = errors;
    this.clock = clock;
    this.tokens = tokens;
    this.board = board;
  }

  /** Asks how long, makes a token for the open draft and shows it, once. */
  public void share() {
    Optional<DraftSharing> sharing = workspace.sharing();
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      errors.show(Refusal.of("DRAFT-06"));
    } else if (sharing.isEmpty()) {
      errors.show(Refusal.of("SHARE-01"));
    } else {
      share(sharing.get(), session.get().draft().get());
    }
  }

  private void share(DraftSharing sharing, Draft draft) {
    Label about = new Label(texts.get("share.about"));
    about.setWrapText(true);
    SegmentedControl<Term> term =
        new SegmentedControl<>(
            texts.get("share.term"),
            List.of(Term.values()),
            choice -> texts.get("share.term." + choice.name().toLowerCase(Locale.ROOT)));
    term.value().set(Term.WEEK);
    TextField token = new TextField();
    token.setId("share-token");
    token.setEditable(false);
    token.setAccessibleText(texts.get("share.token"));
    HBox.setHgrow(token, Priority.ALWAYS);
    Button copy = new Button(texts.get("share.copy"));
    copy.disableProperty().bind(token.textProperty().isEmpty());
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(token.getText());
      Clipboard.getSystemClipboard().setContent(content);
    });
    Label said = new Label();
    said.setWrapText(true);
    said.getStyleClass().add("medium-text");
    Button make = new Button(texts.get("share.make"));
    make.setId("share-make");
    make.getStyleClass().add("accent");
    make.setOnAction(event ->
        run(
            "share draft",
            () ->
                sharing
                    .share(draft.id(), term.value().get().endsAt(clock.instant()))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("SHARE-03")),
            made -> {
              token.setText(made.text());
              said.setText(texts.get("share.made"));
            }));
    Button revoke = new Button(texts.get("share.revoke"));
    revoke.setOnAction(event ->
        run(
            "revoke token",
            () ->
                sharing.revoke(draft.id())
                    ? Outcome.done(draft)
                    : Outcome.<Draft>refused("SHARE-03"),
            done -> {
              token.clear();
              said.setText(texts.get("share.revoked"));
            }));
    HBox buttons = new HBox(make, revoke);
    buttons.getStyleClass().add("share-line");
    HBox line = new HBox(token, copy);
    line.getStyleClass().add("share-line");
    VBox form = new VBox(about, term, buttons, line, said);
    form.getStyleClass().add("dialog-body");
    dialogs.show(texts.get("share.title", draft.title()), form);
    make.requestFocus();
  }

  /** Asks for a token and opens the draft behind it. */
  public void openShared() {
    Label about = new Label(texts.get("share.open.about"));
    about.setWrapText(true);
    TextField token = new TextField();
    token.setId("share-token-typed");
    token.setAccessibleText(texts.get("share.token"));
    VBox form = new VBox(about, token);
    form.getStyleClass().add("dialog-body");
    dialogs.form(
        texts.get("share.open.title"),
        form,
        texts.get("share.open.do"),
        Bindings.createBooleanBinding(
            () -> DraftToken.isToken(token.getText().strip()), token.textProperty()),
        token,
        () -> {
          DraftToken typed = new DraftToken(token.getText().strip());
          run("open shared draft", () -> workspace.openShared(typed), this::opened);
        });
  }

  /** A draft that is gone after a restart would be a surprise. */
  private void opened(DraftSession session) {
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of("ask keychain", progress -> tokens.kept())
            .onSuccess(kept -> {
              if (kept == SecretStore.Kept.SESSION_ONLY) {
                String title = session.draft().get().title();
                board.show(
                    new Notice(
                        Notice.Kind.INFO,
                        texts.get("notice.SHARE-05.title"),
                        texts.get("notice.SHARE-05.text", title),
                        "",
                        texts.get("notice.SHARE-05.next"),
                        "SHARE-05",
                        List.of()));
              }
            }));
  }

  private interface Work<T> {
    Outcome<T> run();
  }

  private interface Then<T> {
    void take(T value);
  }

  private <T> void run(String name, Work<T> work, Then<T> then) {
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of(name, progress -> work.run())
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<T> done -> then.take(done.value());
                case Outcome.Refused<T>(Refusal refusal) -> errors.show(refusal);
              }
            }));
  }
}
