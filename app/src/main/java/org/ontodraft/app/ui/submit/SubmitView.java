package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.NoticePane;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.TabLeaves;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.impact.VersionBump;

/** The page from check to pull request. */
final class SubmitView {
  private final SubmitViewModel viewModel;
  private final Texts texts;
  private final CommentsPane comments;
  private final TemplateDialog templates;
  private final PatchPane patch;
  private final SentNotices sentNotices;
  private final WishesPane wishes;

  @SuppressWarnings("NullAway.Init")
  private WizardPanes panes;

  @SuppressWarnings("NullAway.Init")
  private Destination goesTo;

  @FXML private VBox page;
  @FXML private HBox wizard;
  @FXML private Label promise;
  @FXML private VBox main;
  @FXML private VBox checkPane;
  @FXML private VBox reviewPane;
  @FXML private VBox describePane;
  @FXML private VBox side;
  @FXML private VBox sendPane;
  @FXML private VBox trackPane;
  @FXML private HBox bodyChoice;
  @FXML private VBox bodyPreview;
  @FXML private Button suggest;
  @FXML private Label tracked;
  @FXML private Button askForge;
  @FXML private Button browse;
  @FXML private Button recognise;
  @FXML private Label impact;
  @FXML private VBox bumps;
  @FXML private Button bump;
  @FXML private TextField issues;
  @FXML private Label templateName;
  @FXML private Button template;
  @FXML private Button back;
  @FXML private Button next;
  @FXML private Label checked;
  @FXML private VBox findings;
  @FXML private Label standing;
  @FXML private Hyperlink showMove;
  @FXML private TextField title;
  @FXML private Label titleCount;
  @FXML private TextArea body;
  @FXML private ListView<FileRow> files;
  @FXML private Label fileCount;
  @FXML private GridPane destination;
  @FXML private VBox tokenBox;
  @FXML private Label tokenLabel;
  @FXML private PasswordField token;
  @FXML private Button otherWays;
  @FXML private VBox steps;
  @FXML private ScrollPane scroll;
  @FXML private VBox outcome;
  @FXML private Label hindrance;
  @FXML private Button cancel;
  @FXML private Button send;

  SubmitView(SubmitViewModel viewModel, Texts texts, Dates dates, Dialogs dialogs) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.sentNotices = new SentNotices(texts, viewModel.patches());
    this.patch = new PatchPane(viewModel.patches(), texts, dialogs);
    this.templates = new TemplateDialog(texts, dialogs);
    this.wishes =
        new WishesPane(viewModel.wishes(), viewModel.reviewers(), viewModel.target(), texts);
    this.comments = new CommentsPane(viewModel.track(), texts, dates);
  }

  @FXML
  private void initialize() {
    checked.textProperty().bind(viewModel.checked());
    standing.textProperty().bind(viewModel.standing());
    showMove.visibleProperty().bind(viewModel.behind());
    showMove.managedProperty().bind(viewModel.behind());
    showMove.setOnAction(event -> viewModel.showRebase());
    reviewPane
        .getChildren()
        .addFirst(new PartsPane(viewModel.parts(), texts, viewModel::showReview));
    title.textProperty().bindBidirectional(viewModel.description().title());
    body.textProperty().bindBidirectional(viewModel.description().body());
    TabLeaves.install(body);
    titleCount
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "submit.title.count",
                        viewModel.description().title().get().length(),
                        DescriptionModel.TITLE_LENGTH),
                viewModel.description().title()));
    viewModel.findings().addListener((ListChangeListener<FindingRow>) change -> showFindings());
    files.setItems(viewModel.files());
    files.setCellFactory(view -> new FileCell(texts));
    viewModel.files().addListener((ListChangeListener<FileRow>) change -> showFiles());
    new StepLines(steps, viewModel.sending().steps(), texts);
    goesTo = new Destination(destination, promise, viewModel, texts);
    viewModel.preview().subscribe(this::showPreview);
    viewModel.tokenFor().subscribe(this::showToken);
    otherWays.setOnAction(event -> viewModel.signIn());
    viewModel.sending().notice().subscribe(notice -> showOutcome());
    viewModel
        .sending()
        .sent()
        .subscribe(sent -> {
          showOutcome();
          goesTo.show();
        });
    hindrance.textProperty().bind(viewModel.hindrance());
    cancel.visibleProperty().bind(viewModel.sending().busy());
    cancel.managedProperty().bind(viewModel.sending().busy());
    cancel.setOnAction(event -> viewModel.sending().cancel());
    send.disableProperty()
        .bind(
            viewModel
                .sending()
                .busy()
                .or(viewModel.hindrance().isNotEmpty())
                .or(viewModel.preview().isNull())
                .or(viewModel.sending().sent().isNotNull()));
    panes =
        new WizardPanes(
            viewModel,
            texts,
            page,
            wizard,
            main,
            Map.of(
                WizardStep.CHECK, checkPane,
                WizardStep.REVIEW, reviewPane,
                WizardStep.DESCRIBE, describePane,
                WizardStep.SUBMIT, sendPane,
                WizardStep.TRACK, trackPane),
            new WizardPanes.Buttons(back, next, send));
    initializeDescription();
    tracked.textProperty().bind(viewModel.track().tracked());
    viewModel.track().tracked().subscribe(now -> nameSend());
    sendPane.getChildren().add(patch);
    sendPane.getChildren().addFirst(othersLink());
    trackPane.getChildren().addAll(new LandedPane(viewModel.track(), texts), comments);
    recognise.setOnAction(event -> viewModel.recognise());
    viewModel.unknownForge().subscribe(this::showUnknown);
    askForge.textProperty().bind(viewModel.track().question());
    askForge.setOnAction(event -> viewModel.track().askNow());
    browse.visibleProperty().bind(viewModel.track().page().isNotNull());
    browse.managedProperty().bind(browse.visibleProperty());
    browse.setOnAction(event -> viewModel.browse());
    bump.setOnAction(event -> viewModel.bump());
    send.setGraphic(new Icon(Glyph.PULL_REQUEST));
    send.setOnAction(event -> send());
    Hint.say(send, texts.get("submit.send.hint"));
    viewModel.step().subscribe(step -> scroll.setVvalue(0));
  }

  /** A last word about others, and the way to who they are. */
  private Hyperlink othersLink() {
    Hyperlink link = new Hyperlink();
    link.setId("others");
    link.setWrapText(true);
    link.setGraphic(new Icon(Glyph.WARNING, "small-icon", "strong-icon"));
    link.setOnAction(event -> viewModel.go(WizardStep.CHECK));
    viewModel
        .overlaps()
        .others()
        .subscribe(others -> {
          int count = others.meetings().size();
          link.setText(count == 0 ? "" : texts.get("submit.met.count", count));
          link.setVisible(count > 0);
          link.setManaged(count > 0);
        });
    return link;
  }

  private void initializeDescription() {
    MarkdownText reading = new MarkdownText();
    bodyPreview.getChildren().setAll(reading);
    SegmentedControl<Boolean> choice =
        new SegmentedControl<>(
            texts.get("submit.body"),
            List.of(false, true),
            read -> texts.get(read ? "submit.body.preview" : "submit.body.write"));
    bodyChoice.getChildren().setAll(choice);
    choice
        .value()
        .subscribe(read -> {
          if (read) {
            reading.show(viewModel.description().whole());
          }
          body.setVisible(!read);
          body.setManaged(!read);
          bodyPreview.setVisible(read);
          bodyPreview.setManaged(read);
        });
    suggest.setOnAction(event -> viewModel.description().suggestAgain());
    issues.textProperty().bindBidirectional(viewModel.description().issues());
    template.setOnAction(event -> {
      @Nullable SubmitPreview seen = viewModel.preview().get();
      if (seen != null) {
        templates.show(seen.template(), viewModel::keepTemplate);
      }
    });
    side.getChildren().add(wishes);
    viewModel.target().typed().subscribe((before, now) -> goesTo.show());
    checkPane.getChildren().add(new OverlapsPane(viewModel.overlaps(), texts));
  }

  private void showPreview(@Nullable SubmitPreview preview) {
    goesTo.show();
    if (preview == null) {
      return;
    }
    impact.setText(
        texts.get("submit.impact.level." + preview.level().name().toLowerCase(Locale.ROOT)));
    bumps.getChildren().setAll(preview.bumps().stream().map(this::bumpLine).toList());
    templateName.setText(TemplateDialog.name(texts, preview.template()));
    wishes.usual(preview.targetBranch());
    bumps.setVisible(!preview.bumps().isEmpty());
    bumps.setManaged(!preview.bumps().isEmpty());
    boolean open = preview.bumps().stream().anyMatch(each -> !each.made());
    bump.setVisible(open);
    bump.setManaged(open);
    comments.setVisible(preview.opensPullRequest());
    comments.setManaged(preview.opensPullRequest());
    patch.setVisible(!preview.opensPullRequest());
    patch.setManaged(!preview.opensPullRequest());
    wishes.setVisible(preview.opensPullRequest());
    wishes.setManaged(preview.opensPullRequest());
    nameSend();
  }

  private void nameSend() {
    send.setText(
        viewModel
            .updates()
            .map(number -> texts.get("submit.update", String.valueOf(number)))
            .orElseGet(() -> texts.get("submit.send")));
  }

  /** Whose version, and below it from which to which: beside each other there is no room for it. */
  private Node bumpLine(VersionBump each) {
    Label owner = new Label(each.owner().key());
    owner.getStyleClass().add("medium-text");
    owner.setWrapText(true);
    Label versions = new Label(texts.get("submit.bump.versions", each.now(), each.then()));
    Label made = new Label(texts.get(each.made() ? "submit.bump.made" : "submit.bump.open"));
    made.getStyleClass().add("muted-text");
    FlowPane line = new FlowPane(versions, made);
    line.getStyleClass().add("bump-line");
    return new VBox(owner, line);
  }

  /** The key that led here sends, too; others go on and back. */
  void pressed(KeyEvent event) {
    Deed.of(Context.SUBMIT, wizard.getScene(), event)
        .filter(deed -> !button(deed).isDisabled())
        .ifPresent(deed -> {
          event.consume();
          perform(deed);
        });
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    Button button = button(deed);
    if (deed == Deed.SUBMIT_SEND && !button.isDisabled()) {
      send();
    } else if (button.isVisible()) {
      button.fire();
    }
  }

  private Button button(Deed deed) {
    return switch (deed) {
      case SUBMIT_NEXT -> next;
      case SUBMIT_BACK -> back;
      default -> send;
    };
  }

  private void send() {
    viewModel.send(() -> {
      String typed = token.getText();
      token.clear();
      return typed;
    });
  }

  void focus() {
    panes.focus();
  }

  private void showFindings() {
    findings.getChildren().setAll(viewModel.findings().stream().map(this::findingLine).toList());
  }

  private Node findingLine(FindingRow row) {
    Hyperlink entity = new Hyperlink(row.label());
    entity.setMinWidth(Region.USE_PREF_SIZE);
    entity.setOnAction(event -> viewModel.open(row.entity()));
    Label message = new Label(row.message());
    message.setWrapText(true);
    HBox line =
        new HBox(
            Icon.named(
                Glyph.of(row.severity()),
                texts.severity(row.severity()),
                "small-icon",
                "strong-icon"),
            entity,
            message);
    line.getStyleClass().add("submit-line");
    return line;
  }

  private void showFiles() {
    fileCount.setText(texts.get("submit.files.count", viewModel.files().size()));
  }

  private void showUnknown(@Nullable Origin server) {
    recognise.setVisible(server != null);
    recognise.setManaged(server != null);
    recognise.setText(server == null ? "" : texts.get("submit.recognise", server.host()));
  }

  private void showToken(@Nullable Origin server) {
    tokenBox.setVisible(server != null);
    tokenBox.setManaged(server != null);
    tokenLabel.setText(server == null ? "" : texts.get("submit.token", server));
  }

  private void hideOutcome() {
    outcome.getChildren().clear();
    outcome.setManaged(false);
  }

  private void showOutcome() {
    Submission sent = viewModel.sending().sent().get();
    Notice notice = viewModel.sending().notice().get();
    outcome
        .getChildren()
        .setAll(
            sent != null
                ? List.of(new NoticePane(texts, sentNotices.of(sent), this::hideOutcome))
                : notice != null
                    ? List.of(new NoticePane(texts, notice, this::hideOutcome))
                    : List.of());
    boolean said = !outcome.getChildren().isEmpty();
    outcome.setVisible(said);
    outcome.setManaged(said);
    if (said) {
      scroll.setVvalue(0); // what went wrong stands above everything else
    }
  }
}
