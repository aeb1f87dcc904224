package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.submit.Wishes;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftStatus;

/** From the check to a pull request in the real window, at once or once the server is back. */
class SendingWindowTest extends PullRequestWindow {
  @Test
  void by_keys_alone_from_the_check_to_the_pull_request_and_an_update()
      throws InterruptedException {
    assertThat(isShown("#checkPane")).isTrue();
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the words", () -> isShown("#describePane"));
    window.type("#title", "A gets its name");
    window.press(KeyCode.ALT, KeyCode.B);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the words", () -> isShown("#describePane"));
    assertThat(window.robot().lookup("#title").queryAs(TextInputControl.class).getText())
        .isEqualTo("A gets its name");
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the sending", () -> isShown("#sendPane"));
    window.press(KeyCode.CONTROL, KeyCode.ENTER);

    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(isShown("#trackPane")).isTrue();
    assertThat(server.pullRequests().getFirst().path("title").asString())
        .isEqualTo("A gets its name");
    assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    assertThat(isEnabled("#send")).isFalse();

    set("description", "The first letter");
    Waiting.until("something to send again", () -> isEnabled("#send"));
    window.press(KeyCode.ALT, KeyCode.B);
    Waiting.until("the sending", () -> isShown("#sendPane"));
    assertThat(onFx(() -> textOf("#send"))).contains("#1");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the update's standing", () -> isShown("#trackPane"));
    assertThat(server.pullRequests()).hasSize(1);
    assertThat(isEnabled("#send")).isFalse();

    server.merge(1, ForgeServer.Way.SQUASH);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the merge", () -> draft.draft().get().status() == DraftStatus.MERGED);
    Waiting.until(
        "what landed", () -> textOf("#tracked").contains("What landed is what was sent."));
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void a_draft_waits_for_its_server_is_listed_and_sent_once_it_is_back()
      throws InterruptedException {
    Workspace workspace = window.workspace().orElseThrow();
    server.goAway();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the offer", () -> button("Send when online").isPresent());
    click(".button", "Send when online");
    Waiting.until("the notice", () -> words("#outcome").contains("It waits to be sent"));
    Waiting.until("the status", () -> words(".status-bar").contains("1 draft waits to be sent"));
    onFx(() -> {
      window.navigator().ifPresent(now -> now.open(new Place.Drafts()));
      return null;
    });
    Waiting.until("the list", () -> listed("Waits to be sent"));
    click(".button", "Do not send");
    Waiting.until("nothing waits", () -> workspace.outbox().waiting().get().isEmpty());
    Waiting.until("the status", () -> !words(".status-bar").contains("1 draft waits to be sent"));

    RealServices.done(workspace.outbox().add(draft, "Name A", "", false, Wishes.NONE));
    server.comeBack();
    assertThat(workspace.outbox().send(Progress.none())).isEqualTo(1);
    assertThat(server.pullRequests()).hasSize(1);
    Waiting.until("the state", () -> listed("Sent"));
  }

  @Test
  void a_window_closed_while_a_draft_is_sent_is_silent_and_the_draft_is_sent_once()
      throws Exception {
    HttpFault.Held held = new HttpFault.Held();
    server.faults().plan("POST", "/merge_requests", held, 1);
    fire("#send");
    assertThat(held.done().await(20, TimeUnit.SECONDS)).as("the call").isTrue();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(window::close, Thread::startVirtualThread);
    Thread.sleep(300); // what does not wait for the submit has closed by then
    held.answer().countDown();
    closing.get(20, TimeUnit.SECONDS);
    FxTest.settle();
    assertThat(window.notices()).isEmpty();

    Workspace workspace = openWindow();
    draft = RealServices.done(workspace.openDraft(draft.id()));
    if (draft.draft().get().status() != DraftStatus.SUBMITTED) {
      onFx(() -> {
        window.navigator().ifPresent(Navigator::openSubmit);
        return null;
      });
      Waiting.until("the check", () -> isEnabled("#send"));
      fire("#send");
      Waiting.until(
          "the pull request", () -> draft.draft().get().status() == DraftStatus.SUBMITTED);
    }
    assertThat(server.pullRequests()).hasSize(1);
    assertThat(server.branches("acme/ontology")).hasSize(2);
  }

  @Test
  void who_has_no_token_signs_in_through_the_browser_from_the_page_itself()
      throws InterruptedException {
    server.desk().every(Duration.ofSeconds(1));
    window.services().signIns().nameClient(server.origin(), DeviceDesk.CLIENT);
    window.secrets().forget(server.origin());
    set("label", "Beta");
    Waiting.until("the question", () -> isShown("#tokenBox"));
    fire("#otherWays");
    Waiting.until("the way", () -> onFx(() -> isEnabled("#signIn")));
    Node way = window.robot().lookup("#signIn").query();
    assertThat(onFx(() -> Accessibility.unnamed(way.getScene().getRoot()))).isEmpty();
    fire("#signIn");
    Waiting.until("the code", () -> isShown("#browserCard"));
    server.desk().answer(DeviceDesk.Answer.AGREED);
    Waiting.until("the person", () -> onFx(() -> textOf("#who").startsWith("Signed in as ada")));
    onFx(() -> way.requestFocus());
    window.robot().targetWindow(way.getScene().getWindow());
    window.press(KeyCode.ESCAPE);

    Waiting.until("no question", () -> !isShown("#tokenBox"));
    fire("#send");
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    assertThat(server.desk().violations()).isEmpty();
  }
}
