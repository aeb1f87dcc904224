package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.common.Place;

/** What stands beside a page is shown and hidden by a command. */
class WindowInspectorTest extends ShownWindow {
  @Test
  void a_key_hides_it_for_every_page_and_shows_it_again() throws TimeoutException {
    open();
    openEntity("Person");
    assertThat(shown()).isTrue();
    toggle();
    until(() -> !shown());
    openEntity("Student");
    assertThat(shown()).isFalse();
    toggle();
    until(this::shown);
    openEntity("Person");
    assertThat(shown()).isTrue();
  }

  @Test
  void the_focus_goes_to_the_page_when_it_was_in_what_is_hidden() throws TimeoutException {
    open();
    openEntity("Person");
    onFx(() -> find(".inspector .scroll-pane").requestFocus());
    toggle();
    until(() -> isWithin(focused(), find(".tab-area")));
  }

  @Test
  void it_says_what_is_missing_where_there_is_none() throws TimeoutException {
    open();
    assertThat(possible()).isFalse();
    openEntity("Person");
    assertThat(possible()).isTrue();
    onFx(() -> window.viewModel().workbench().get().tabs().open(new Place.Review()));
    settle();
    assertThat(possible()).isFalse();
    assertThat(onFx(() -> window.actions().get("view.inspector").reason().get())).isNotEmpty();
    onFx(() -> window.actions().run("tab.beside"));
    onFx(() -> window.viewModel().workbench().get().tabs().activateOther());
    settle();
    assertThat(frontName()).isEqualTo("Person");
    assertThat(possible()).as("two sides have its room").isFalse();
  }

  private void toggle() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    settle();
  }

  private boolean shown() {
    return onFx(() -> window.root().lookup(".inspector") != null);
  }

  private boolean possible() {
    return onFx(() -> window.actions().get("view.inspector").enabled().get());
  }
}
