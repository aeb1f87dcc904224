package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.TaskFailure;

class ErrorPresenterTest {
  private final NoticeBoard board = new NoticeBoard();
  private final ErrorPresenter presenter = new ErrorPresenter(Texts.load(), board);

  @Test
  void aRefusalWithoutTextsKeepsItsCodeAndArguments() {
    presenter.show(Refusal.of("NEW-99", "/some/path", "a reason"));
    assertThat(board.notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.code()).isEqualTo("NEW-99");
          assertThat(notice.text()).isEqualTo("/some/path, a reason");
        });
  }

  @Test
  void aFaultHasTheSameCodeEachTime() {
    presenter.show(new TaskFailure("load", fault()));
    presenter.show(new TaskFailure("load", fault()));
    assertThat(board.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).matches("FAULT-[0-9A-F]{4}"));
  }

  @Test
  void theBoardKeepsTheNewest() {
    for (int i = 0; i < 9; i++) {
      presenter.show(Refusal.of("NEW-0" + i));
    }
    assertThat(board.notices()).extracting(Notice::code).startsWith("NEW-08", "NEW-07").hasSize(5);
  }

  /** Notes what is asked of it. */
  private static final class Asked implements ServerAccess {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void showSettings(Origin server) {
      calls.add("settings " + server);
    }

    @Override
    public void askToken(Origin server, boolean refused, Runnable then) {
      calls.add((refused ? "other token " : "token ") + server);
      then.run();
    }

    @Override
    public void signInAtProxy(String address, Runnable then) {
      calls.add("proxy to " + address);
      then.run();
    }

    @Override
    public void signIn(Origin server, Runnable then) {
      calls.add("sign in " + server);
      then.run();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "GIT-01, https://git.example.org/a/b, token https://git.example.org|again",
    "GIT-02, https://git.example.org:8443/a/b, other token https://git.example.org:8443|again",
    "GIT-03, https://git.example.org/a/b, settings https://git.example.org",
    "GIT-04, https://git.example.org/a/b, settings https://git.example.org",
    "PUSH-04, http://127.0.0.1:3000/a/b, settings http://127.0.0.1:3000",
    "FORGE-02, git.example.org, settings https://git.example.org",
    "FORGE-05, https://github.com, settings https://github.com",
    "FORGE-12, https://git.example.org, settings https://git.example.org",
    "PROXY-02, https://git.example.org/a/b, proxy to https://git.example.org/a/b|again",
    "GIT-02, git@git.example.org:a/b, ''",
    "GIT-01, /a/folder, ''",
    "NET-01, https://git.example.org/a/b, ''",
  })
  void whatATokenOrAnAddressWouldMendLeadsThere(String code, String place, String done) {
    Asked asked = new Asked();
    ErrorPresenter leading = new ErrorPresenter(Texts.load(), board, asked);
    Notice notice = leading.notice(Refusal.of(code, place), () -> asked.calls.add("again"));
    notice.choices().forEach(choice -> choice.run().run());
    assertThat(String.join("|", asked.calls)).isEqualTo(done);
    assertThat(presenter.notice(Refusal.of(code, place)).choices()).isEmpty();
  }

  private static IllegalStateException fault() {
    return new IllegalStateException("detail");
  }
}
