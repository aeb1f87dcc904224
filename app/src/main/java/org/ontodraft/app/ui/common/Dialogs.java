package org.ontodraft.app.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Questions that must be answered before anything else. Everything that can wait is a {@link
 * Notice}. FX thread; nothing here blocks it but the native choosers.
 */
public final class Dialogs {
  private final Texts texts;
  private final Theme theme;
  private final Supplier<@Nullable Window> owner;
  private final FileChoosers files;

  /**
   * Dialogs of a window.
   *
   * @param owner the window, or null while there is none
   */
  public Dialogs(Texts texts, Theme theme, Supplier<@Nullable Window> owner) {
    this(texts, theme, owner, new SystemFileChoosers(owner));
  }

  /** The same, with other choosers than the system's. */
  public Dialogs(Texts texts, Theme theme, Supplier<@Nullable Window> owner, FileChoosers files) {
    this.texts = texts;
    this.theme = theme;
    this.owner = owner;
    this.files = files;
  }

  /**
   * Asks before something that cannot be taken back lightly. Not doing it is the default.
   *
   * @param doIt what the button that does it says
   */
  public void confirm(String title, String text, String doIt, Runnable run) {
    Label body = new Label(text);
    body.setWrapText(true);
    Dialog<ButtonType> dialog = dialog(title, body);
    ButtonType yes = new ButtonType(doIt, ButtonData.OTHER);
    ButtonType no = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(yes, no);
    Button cancel = (Button) dialog.getDialogPane().lookupButton(no);
    cancel.setDefaultButton(true);
    cancel.getStyleClass().add("accent");
    show(dialog, yes, run);
  }

  /**
   * Shows a form.
   *
   * @param doIt what the button that accepts it says
   * @param complete whether it can be accepted
   * @param focus what gets the focus first
   */
  public void form(
      String title,
      Node content,
      String doIt,
      ObservableBooleanValue complete,
      Node focus,
      Runnable run) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType accept = new ButtonType(doIt, ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(cancel, accept);
    Button button = (Button) dialog.getDialogPane().lookupButton(accept);
    button.getStyleClass().add("accent");
    button.disableProperty().bind(Bindings.not(complete));
    show(dialog, accept, run);
    focus.requestFocus();
  }

  /**
   * Shows a wide form beside what it would come to.
   *
   * @param doIt what the button that accepts it says
   * @param complete whether it can be accepted
   * @param focus what gets the focus first
   * @param closed told when it is gone, after {@code run} where it was accepted
   */
  public void wideForm(
      String title,
      Node content,
      ObservableStringValue doIt,
      ObservableBooleanValue complete,
      Node focus,
      Runnable run,
      Runnable closed) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType accept = new ButtonType(doIt.get(), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(cancel, accept);
    dialog.getDialogPane().getStyleClass().add("widest");
    Button button = (Button) dialog.getDialogPane().lookupButton(accept);
    button.getStyleClass().add("accent");
    button.textProperty().bind(doIt);
    button.disableProperty().bind(Bindings.not(complete));
    show(
        dialog,
        accept,
        () -> {},
        () -> {
          if (dialog.getResult() == accept) {
            run.run();
          }
          closed.run();
        });
    focus.requestFocus();
  }

  /**
   * Shows a form that stays until it is told to go.
   *
   * @param doIt what the button that accepts it says
   * @param complete whether it can be accepted
   * @param focus what gets the focus first
   * @param accept done when it is accepted
   * @param cancel done when somebody wants to leave it
   * @return takes it away
   */
  public Runnable staying(
      String title,
      Node content,
      String doIt,
      ObservableBooleanValue complete,
      Node focus,
      Runnable accept,
      Runnable cancel) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType yes = new ButtonType(doIt, ButtonData.OK_DONE);
    ButtonType no = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(no, yes);
    Button button = (Button) dialog.getDialogPane().lookupButton(yes);
    button.getStyleClass().add("accent");
    button.disableProperty().bind(Bindings.not(complete));
    AtomicBoolean gone = new AtomicBoolean();
    instead(button, accept);
    instead((Button) dialog.getDialogPane().lookupButton(no), cancel);
    dialog.setOnCloseRequest(event -> {
      if (!gone.get()) {
        event.consume();
        cancel.run();
      }
    });
    show(dialog, yes, () -> {});
    focus.requestFocus();
    return () -> {
      gone.set(true);
      dialog.close();
    };
  }

  /** What a button does in place of closing its dialog. */
  private static void instead(Button button, Runnable run) {
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          run.run();
        });
  }

  /** Shows something to read. */
  public void show(String title, Node content) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType close = new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(close);
    show(dialog, close, () -> {});
  }

  /**
   * Shows a wide dialog in which each change takes effect at once.
   *
   * @param closed told when it is gone
   */
  public void show(String title, Node content, Runnable closed) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType close = new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(close);
    dialog.getDialogPane().getStyleClass().add("wide");
    show(dialog, close, () -> {}, closed);
  }

  /**
   * Shows something that is left by a key or a choice of its own, with no buttons but a way out.
   *
   * @param focus what gets the focus first
   * @param closed told when it is gone
   * @return takes it away
   */
  public Runnable open(String title, Node content, Node focus, Runnable closed) {
    Dialog<ButtonType> dialog = dialog(title, content);
    ButtonType close = new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(close);
    dialog.getDialogPane().getStyleClass().add("wide");
    show(dialog, close, () -> {}, closed);
    focus.requestFocus();
    return dialog::close;
  }

  /** Asks which file or folder is meant. */
  public FileChoosers files() {
    return files;
  }

  private Dialog<ButtonType> dialog(String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    Window window = owner.get();
    if (window != null) {
      dialog.initOwner(window);
      dialog.initModality(Modality.WINDOW_MODAL);
    }
    dialog.setTitle(title);
    dialog.setResizable(true);
    Label heading = new Label(title);
    heading.getStyleClass().add("heading-text");
    heading.setWrapText(true);
    VBox body = new VBox(heading, content);
    body.getStyleClass().add("dialog-body");
    dialog.getDialogPane().setContent(body);
    dialog
        .getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              // A list would keep the key to itself, edited or not.
              if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof ListView<?>) {
                event.consume();
                dialog.close();
              }
            });
    return dialog;
  }

  private void show(Dialog<ButtonType> dialog, ButtonType accept, Runnable run) {
    show(dialog, accept, run, () -> {});
  }

  private void show(Dialog<ButtonType> dialog, ButtonType accept, Runnable run, Runnable closed) {
    Subscription dress = theme.attach(dialog.getDialogPane().getScene());
    DialogRoom.keep(dialog);
    dialog.setOnHidden(event -> {
      dress.unsubscribe();
      closed.run();
      if (dialog.getResult() == accept) {
        run.run();
      }
    });
    dialog.show();
  }
}
