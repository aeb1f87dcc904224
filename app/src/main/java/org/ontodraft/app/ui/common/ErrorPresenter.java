package org.ontodraft.app.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.model.ontology.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives refusals and faults their words and shows them. FX thread. */
public final class ErrorPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

  private static final String GONE = "STORE-13";

  private final Texts texts;
  private final NoticeBoard board;
  private final @Nullable ServerAccess access;

  /** Shows on this board, in words alone. */
  public ErrorPresenter(Texts texts, NoticeBoard board) {
    this(texts, board, null);
  }

  /**
   * Shows on this board.
   *
   * @param access where a token or an address is mended; null where there is no such place
   */
  public ErrorPresenter(Texts texts, NoticeBoard board, @Nullable ServerAccess access) {
    this.texts = texts;
    this.board = board;
    this.access = access;
  }

  /** Shows why something was not done. */
  public void show(Refusal refusal) {
    board.show(notice(refusal));
  }

  /**
   * Shows why something was not done.
   *
   * @param again does it once more, after what stood in the way was mended
   */
  public void show(Refusal refusal, Runnable again) {
    board.show(notice(refusal, again));
  }

  /** Shows what is so on this computer whatever is opened, until a person takes it away. */
  public void showLasting(Refusal refusal) {
    board.showLasting(notice(refusal).as(Notice.Kind.WARNING));
  }

  /** Shows a fault that nobody expected, and writes it to the log with the same code. */
  public void show(TaskFailure failure) {
    if (failure.cause() instanceof StoreFailure gone && gone.gone()) {
      showGone(gone);
      return;
    }
    String code = codeOf(failure.cause());
    LOG.error("{} in task {}", code, failure.task(), failure.cause());
    board.show(
        new Notice(
            Notice.Kind.ERROR,
            texts.get("fault.title"),
            texts.get("fault.text", failure.cause().getClass().getSimpleName()),
            texts.get("fault.safe"),
            texts.get("fault.next"),
            code,
            List.of()));
  }

  /** Everything that asks the database fails then; one message is enough. */
  private void showGone(StoreFailure gone) {
    LOG.warn("{} {}", GONE, gone.reason());
    if (board.notices().stream().noneMatch(notice -> notice.code().equals(GONE))) {
      show(Refusal.of(GONE, gone.reason()));
    }
  }

  /**
   * The words for a refusal, and the way to the settings where they would mend it. One without
   * texts of its own is shown with its code and arguments.
   */
  public Notice notice(Refusal refusal) {
    Notice words = words(refusal);
    ServerAccess ways = access;
    if (ways != null && wantsProxy(refusal)) {
      return atProxy(refusal, ways, () -> {});
    }
    return ways == null
        ? words
        : RemoteRefusals.server(refusal)
            .map(
                server -> words.with(texts.get("notice.settings"), () -> ways.showSettings(server)))
            .orElse(words);
  }

  /**
   * The words for a refusal; where a token is missing, with a question for it.
   *
   * @param again does what was refused once more
   */
  public Notice notice(Refusal refusal, Runnable again) {
    ServerAccess ways = access;
    if (ways != null && wantsProxy(refusal)) {
      return atProxy(refusal, ways, again);
    }
    Optional<Origin> server = wantsToken(refusal);
    return ways == null || server.isEmpty()
        ? notice(refusal)
        : words(refusal)
            .with(
                texts.get("notice.token"),
                () -> ways.askToken(server.get(), refused(refusal), again));
  }

  /**
   * Asks for a token at once, if that is what the refusal is about.
   *
   * @param again does what was refused once more, with the token
   * @return whether it was asked
   */
  public boolean askToken(Refusal refusal, Runnable again) {
    ServerAccess ways = access;
    Optional<Origin> server = wantsToken(refusal);
    if (ways == null || server.isEmpty()) {
      return false;
    }
    ways.askToken(server.get(), refused(refusal), again);
    return true;
  }

  /**
   * Offers every way to sign in that a server allows, where there is a place for that.
   *
   * @param then what to do once a person has signed in
   */
  public void signIn(Origin server, Runnable then) {
    ServerAccess ways = access;
    if (ways != null) {
      ways.signIn(server, then);
    }
  }

  private Notice atProxy(Refusal refusal, ServerAccess ways, Runnable again) {
    return words(refusal)
        .with(
            texts.get("notice.proxy"),
            () -> ways.signInAtProxy(refusal.arguments().getFirst(), again));
  }

  private static boolean wantsProxy(Refusal refusal) {
    return refusal.code().equals("PROXY-02");
  }

  private static Optional<Origin> wantsToken(Refusal refusal) {
    return refusal.code().equals("GIT-01") || refused(refusal)
        ? RemoteRefusals.server(refusal)
        : Optional.empty();
  }

  private static boolean refused(Refusal refusal) {
    return refusal.code().equals("GIT-02");
  }

  private Notice words(Refusal refusal) {
    Object[] arguments = refusal.arguments().toArray();
    String key = "refusal." + refusal.code() + ".";
    return new Notice(
        Notice.Kind.ERROR,
        texts.find(key + "title", arguments).orElseGet(() -> texts.get("refusal.unknown.title")),
        texts.find(key + "text", arguments).orElseGet(() -> String.join(", ", refusal.arguments())),
        texts.find(key + "safe", arguments).orElse(""),
        texts.find(key + "next", arguments).orElse(""),
        refusal.code(),
        List.of());
  }

  /** The same fault at the same place has the same code on every computer. */
  static String codeOf(Throwable fault) {
    int hash = fault.getClass().getName().hashCode();
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith("org.ontodraft.")) {
        hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
        break;
      }
    }
    return "FAULT-" + String.format(Locale.ROOT, "%04X", hash & 0xFFFF);
  }
}
