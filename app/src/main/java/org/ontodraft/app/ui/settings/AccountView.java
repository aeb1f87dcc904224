package org.ontodraft.app.ui.settings;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.service.account.AccountStanding;
import org.ontodraft.app.ui.common.WebPages;

/** Who a person is at a server, and the ways to sign in there. */
final class AccountView {
  private final AccountViewModel viewModel;
  private final WebPages pages;
  private final Consumer<String> keepToken;

  @FXML private Label who;
  @FXML private VBox lines;
  @FXML private Label tokenState;
  @FXML private Button check;
  @FXML private Button signOut;
  @FXML private Button tokens;
  @FXML private Label said;
  @FXML private VBox browserCard;
  @FXML private TextField code;
  @FXML private Button openPage;
  @FXML private Button copyCode;
  @FXML private Button cancel;
  @FXML private Label page;
  @FXML private Label waiting;
  @FXML private VBox ways;
  @FXML private PasswordField token;
  @FXML private Button keep;
  @FXML private Button signIn;
  @FXML private TextField client;
  @FXML private Label hindrance;
  @FXML private CheckBox git;

  /**
   * A view.
   *
   * @param keepToken takes the token that was typed
   */
  AccountView(AccountViewModel viewModel, WebPages pages, Consumer<String> keepToken) {
    this.viewModel = viewModel;
    this.pages = pages;
    this.keepToken = keepToken;
  }

  @FXML
  private void initialize() {
    token.setOnAction(event -> keep());
    keep.setOnAction(event -> keep());
    keep.disableProperty().bind(token.textProperty().map(String::isBlank));
    // Not disabled meanwhile: the focus would go on to the button that signs out.
    check.setOnAction(event -> {
      if (!viewModel.busy().get()) {
        viewModel.check();
      }
    });
    signOut.setOnAction(event -> {
      viewModel.signOut();
      token.requestFocus();
    });
    tokens.setOnAction(event -> showTokens());
    signIn.setOnAction(event -> viewModel.signIn());
    cancel.setOnAction(event -> {
      viewModel.cancelSignIn();
      signIn.requestFocus();
    });
    copyCode.setOnAction(event -> copy());
    openPage.setOnAction(event -> showPage());
    git.selectedProperty().bindBidirectional(viewModel.asksGit());
    client.textProperty().bindBidirectional(viewModel.client());
    client.setOnAction(event -> viewModel.saveClient());
    client
        .focusedProperty()
        .subscribe((before, now) -> {
          if (!now) {
            viewModel.saveClient();
          }
        });
    present(said, viewModel.said().isNotEmpty());
    said.textProperty().bind(viewModel.said());
    waiting.textProperty().bind(viewModel.waiting());
    viewModel.standing().subscribe(this::show);
    viewModel.code().subscribe(this::show);
  }

  private static void present(Node node, ObservableBooleanValue shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void show(@Nullable AccountStanding standing) {
    if (standing == null) {
      return;
    }
    AccountTexts words = viewModel.words();
    boolean kept = standing.token().isPresent();
    who.setText(words.who(standing));
    lines.getChildren().setAll(viewModel.lines().stream().map(AccountView::line).toList());
    present(lines, !lines.getChildren().isEmpty());
    tokenState.setText(words.token(standing));
    present(check, kept && standing.kind().isPresent());
    present(signOut, kept);
    present(tokens, standing.revocation().isPresent());
    keep.setText(words.get(kept ? "settings.token.replace" : "settings.token.keep"));
    git.setDisable(kept && !standing.asksGit());
    String reason = viewModel.hindrance();
    hindrance.setText(reason.isEmpty() ? words.get("account.client.about") : reason);
    signIn.setDisable(!reason.isEmpty());
  }

  private static Label line(String text) {
    Label line = new Label(text);
    line.setWrapText(true);
    line.getStyleClass().addAll("small-text", "muted-text");
    return line;
  }

  private void show(@Nullable DeviceCode asked) {
    present(browserCard, asked != null);
    present(ways, asked == null);
    if (asked != null) {
      code.setText(asked.userCode());
      page.setText(asked.page().toString());
      openPage.requestFocus();
    }
  }

  private void showPage() {
    DeviceCode asked = viewModel.code().get();
    if (asked != null) {
      pages.show(asked.page());
    }
  }

  private void showTokens() {
    AccountStanding standing = viewModel.standing().get();
    if (standing != null) {
      standing.revocation().ifPresent(pages::show);
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(code.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void keep() {
    String typed = token.getText();
    token.clear();
    if (!typed.isBlank()) {
      keepToken.accept(typed);
    }
  }

  /** Forgets what was typed for another server. */
  void clear() {
    token.clear();
  }

  /** Keeps what was typed; the dialog is going. */
  void leave() {
    viewModel.saveClient();
  }

  /** Where a token is entered. */
  Node tokenField() {
    return token;
  }
}
