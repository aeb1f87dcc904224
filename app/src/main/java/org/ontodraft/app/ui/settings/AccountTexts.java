package org.ontodraft.app.ui.settings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.account.AccountStanding;
import org.ontodraft.app.service.account.BrowserSignIn.Hindrance;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;

/** Accounts in words. */
final class AccountTexts {
  private final Texts texts;
  private final Dates dates;
  private final Clock clock;
  private final ErrorPresenter errors;

  AccountTexts(Texts texts, Clock clock) {
    this.texts = texts;
    this.dates = new Dates(texts, clock);
    this.clock = clock;
    this.errors = new ErrorPresenter(texts, new NoticeBoard());
  }

  String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  /** What went wrong, and what to do next. */
  String sentence(Refusal refusal) {
    Notice notice = errors.notice(refusal);
    return (notice.title() + ". " + notice.text() + " " + notice.next()).strip()
        + " ("
        + refusal.code()
        + ")";
  }

  /** Who a person is, as the first line says it. */
  String who(AccountStanding standing) {
    String server = SettingsViewModel.nameOf(standing.server());
    return standing
        .account()
        .map(account -> texts.get("account.is", account.user(), server))
        .orElseGet(() ->
            texts.get(
                standing
                    .token()
                    .map(kept ->
                        kept == Kept.GIT_UNASKED ? "account.unasked.git" : "account.unasked")
                    .orElse("account.none"),
                server));
  }

  /** Where the token is. */
  String token(AccountStanding standing) {
    return standing.token().isEmpty() && standing.asksGit()
        ? texts.get("settings.token.git_none")
        : SettingsViewModel.token(texts, standing.token());
  }

  /** What the forge told of the token, line by line. */
  List<String> lines(AccountStanding standing) {
    List<String> lines = new ArrayList<>();
    Optional<ForgeKind> kind = standing.kind();
    if (standing.account().isEmpty()) {
      if (kind.isEmpty()) {
        lines.add(texts.get("account.forge.unknown"));
      }
      return lines;
    }
    Account account = standing.account().get();
    lines.add(scopes(account, kind));
    lines.add(end(account, kind));
    lines.add(
        texts.get(
            "account.asked",
            dates.moment(account.asked()),
            texts.get("account.way." + account.way().name().toLowerCase(Locale.ROOT))));
    return lines;
  }

  private String scopes(Account account, Optional<ForgeKind> kind) {
    if (!account.scopes().isEmpty()) {
      return texts.get("account.scopes", String.join(", ", account.scopes()));
    }
    return texts.get(
        kind.filter(ForgeKind.GITHUB::equals).isPresent()
            ? "account.scopes.fine"
            : "account.scopes.untold");
  }

  private String end(Account account, Optional<ForgeKind> kind) {
    if (account.expires().isEmpty()) {
      return texts.get(
          kind.filter(ForgeKind.GITEA::equals).isPresent()
              ? "account.end.untold"
              : "account.end.none");
    }
    Instant end = account.expires().get();
    if (account.way() == Account.Way.BROWSER) {
      return texts.get("account.end.renewed", dates.moment(end));
    }
    return texts.get(
        end.isBefore(clock.instant()) ? "account.end.past" : "account.end", dates.moment(end));
  }

  /** Why there is no sign-in through the browser; empty where there is. */
  String hindrance(AccountStanding standing) {
    return standing.hindrance() == Hindrance.NONE
        ? ""
        : texts.get(
            "account.browser." + standing.hindrance().name().toLowerCase(Locale.ROOT),
            standing
                .kind()
                .filter(ForgeKind.GITLAB::equals)
                .map(gitlab -> texts.get("account.browser.where.gitlab"))
                .orElseGet(() -> texts.get("account.browser.where.github")));
  }

  String signedOut(String server, Optional<URI> page) {
    return page.map(uri -> texts.get("account.signed_out", server, uri))
        .orElseGet(() -> texts.get("settings.token.forgotten", server));
  }
}
