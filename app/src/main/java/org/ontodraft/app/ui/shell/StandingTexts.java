package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.service.workspace.WorkspaceInfo;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Places;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.StepTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.ontology.OntologyVersion;

/** The words for how a draft and its workspace stand. Immutable. */
final class StandingTexts {
  private static final int NAMED = 5;

  private final Texts texts;
  private final Dates dates;

  StandingTexts(Texts texts, Dates dates) {
    this.texts = texts;
    this.dates = dates;
  }

  /** How a pull request stands. */
  String pullRequest(TrackedPullRequest tracked) {
    return new PullRequestTexts(texts).chip(tracked);
  }

  /**
   * How the draft stands to upstream; without a draft, what is being read.
   *
   * @param sent how its pull request stands
   */
  StateSentence sentence(
      OntologyVersion version,
      Optional<Draft> draft,
      Optional<String> sent,
      Optional<Forecast> forecast) {
    if (draft.isEmpty()) {
      String reading =
          texts.get(
              "workbench.reading",
              version.branch(),
              version.shortCommit(),
              dates.day(version.committedAt()));
      return new StateSentence(reading, "", "", "", true);
    }
    String based =
        sent.or(() -> statusOf(draft.get()))
            .map(status -> status + ". ")
            .orElse("")
            .concat(texts.get("workbench.based", dates.moment(draft.get().base().committedAt())));
    if (forecast.isEmpty()) {
      return new StateSentence(based, texts.get("workbench.unmoved"), "", "", true);
    }
    int needed = decisions(forecast.get());
    // Then what is shown is the newest version with the draft's base documents.
    boolean gone = !draft.get().base().commit().equals(version.commit());
    return new StateSentence(
        based,
        gone ? texts.get("workbench.gone") : news(forecast.get(), needed),
        needed > 0 ? texts.get("workbench.needed", needed) : texts.get("workbench.clean"),
        texts.get("workbench.rebase"),
        false);
  }

  /** By how much upstream moved, and what of the draft merges beside what does not. */
  private String news(Forecast forecast, int needed) {
    int commits = forecast.commits().count();
    String moved =
        commits > 0
            ? texts.get("workbench.moved.commits", commits)
            : texts.get("workbench.moved", forecast.upstreamChanges());
    long merging =
        forecast.plan().merges().stream()
            .flatMap(merge -> merge.decisions().stream())
            .filter(decision -> !decision.isConflict())
            .count();
    return needed > 0 && merging > 0
        ? moved + " " + texts.get("workbench.merging", merging)
        : moved;
  }

  /** The word for a status that is more than being worked on. */
  private Optional<String> statusOf(Draft draft) {
    return draft.status() == DraftStatus.DRAFT
        ? Optional.empty()
        : Optional.of(texts.get("draft.status." + draft.status().name().toLowerCase(Locale.ROOT)));
  }

  /** How many fields, entities and findings have to be decided on before the draft can move. */
  static int decisions(Forecast forecast) {
    return forecast.plan().conflicts().size();
  }

  /** What stands in the way of a submit; empty for nothing. */
  String submitHint(Optional<Draft> draft, int errors) {
    if (draft.isEmpty()) {
      return texts.get("workbench.submit.nodraft");
    }
    if (draft.get().changeCount() == 0) {
      return texts.get("workbench.submit.empty");
    }
    return errors > 0 ? texts.get("workbench.submit.errors", errors) : "";
  }

  /** What a step did. */
  String step(DraftStep step) {
    return new StepTexts(texts).of(step);
  }

  /** The status bar. */
  StatusLine statusLine(
      WorkspaceInfo info,
      OntologyVersion version,
      SyncState sync,
      Optional<Draft> draft,
      int errors,
      int entities,
      int outbox,
      StoreLine store) {
    return new StatusLine(
        info.name(),
        Places.withoutCredentials(info.remote()),
        version.branch(),
        version.shortCommit(),
        dates.day(version.committedAt()),
        texts.get("status.entities", entities),
        draft.map(open -> texts.get("status.draft", open.changeCount())).orElse(""),
        errors > 0 ? texts.get("status.errors", errors) : "",
        draft
            .filter(open -> open.changeCount() > 0)
            .map(open -> texts.get("status.saved", dates.seconds(open.modifiedAt())))
            .orElse(""),
        upstream(sync, version.branch()),
        sync.failure() != null,
        outbox > 0 ? texts.get("status.outbox", outbox) : "",
        store);
  }

  /**
   * Where the ontology is kept and how that is.
   *
   * @param health of the server; empty where everything is on this computer
   * @param waiting how many edits are not there yet
   */
  StoreLine store(Optional<StoreHealth> health, int waiting) {
    String edits = waiting == 0 ? "" : texts.get("status.waiting", waiting);
    return switch (health.orElse(null)) {
      case null ->
          waiting == 0
              ? new StoreLine(
                  texts.get("status.store"), texts.get("status.store.detail"), false, "")
              : new StoreLine(
                  texts.get("status.store"),
                  texts.get("status.store.unwritable"),
                  false,
                  texts.get("status.waiting.here", waiting));
      case StoreHealth.Local local ->
          new StoreLine(texts.get("status.store"), local.schema(), false, edits);
      case StoreHealth.Reached reached ->
          new StoreLine(
              texts.get("status.server", reached.server(), reached.latency().toMillis()),
              texts.get(
                  "status.server.detail",
                  reached.server(),
                  reached.version(),
                  reached.schema(),
                  reached.role(),
                  reached.latency().toMillis(),
                  dates.moment(reached.at())),
              false,
              edits);
      case StoreHealth.Lost lost -> {
        Object[] arguments = lost.reason().arguments().toArray();
        String reason =
            texts
                .find("refusal." + lost.reason().code() + ".title", arguments)
                .orElse(lost.reason().code());
        yield new StoreLine(
            texts.get("status.server.lost", reason, lost.reason().code()),
            texts.get(
                "status.server.lost.detail", lost.server(), reason, dates.moment(lost.since())),
            true,
            edits);
      }
    };
  }

  /** How the databases are, in full. */
  Notice storeNotice(StoreLine store) {
    return new Notice(
        store.lost() ? Notice.Kind.ERROR : Notice.Kind.INFO,
        store.text(),
        store.detail(),
        store.lost() ? texts.get("status.server.lost.safe") : "",
        store.lost() ? texts.get("status.server.lost.next") : "",
        "",
        List.of());
  }

  private String upstream(SyncState sync, String branch) {
    if (sync.failure() != null) {
      return texts.get("status.upstream.failed", sync.failure().code());
    }
    if (sync.checkedAt() == null) {
      return "";
    }
    String checked = texts.get("status.upstream.checked", dates.moment(sync.checkedAt()));
    if (sync.awaiting() != null) {
      return texts.get("status.upstream.awaiting", checked, sync.awaiting().shortCommit());
    }
    return switch (sync.turn()) {
      case CONTINUED -> checked;
      case REWRITTEN -> texts.get("status.upstream.rewritten", checked);
      case OTHER_BRANCH -> texts.get("status.upstream.branch", checked, branch);
      case CUT_OFF -> texts.get("status.upstream.cut", checked);
    };
  }

  /** That upstream's history was rewritten, with the versions of both. */
  Notice rewritten(OntologyVersion stored, OntologyVersion upstream, List<Notice.Choice> choices) {
    return new Notice(
        Notice.Kind.WARNING,
        texts.get("notice.SYNC-01.title"),
        texts.get(
            "notice.SYNC-01.text",
            stored.shortCommit(),
            dates.moment(stored.committedAt()),
            upstream.shortCommit(),
            dates.moment(upstream.committedAt())),
        texts.get("notice.SYNC-01.safe"),
        texts.get("notice.SYNC-01.next"),
        "SYNC-01",
        choices);
  }

  /** That edits were brought back after a crash. */
  Notice recovered(List<DraftEdit> edits) {
    List<String> entities =
        edits.stream().map(edit -> edit.key().key()).distinct().limit(NAMED).toList();
    return new Notice(
        Notice.Kind.DONE,
        texts.get("workbench.recovered.title", edits.size()),
        texts.get("workbench.recovered.text", String.join(", ", entities)),
        texts.get("workbench.recovered.safe"),
        "",
        "",
        List.of());
  }

  /** What was put right when the store was opened. */
  Notice putRight(StoreFinding finding) {
    Object[] arguments = finding.arguments().toArray();
    String key = "notice." + finding.code() + ".";
    return new Notice(
        Notice.Kind.WARNING,
        texts.get(key + "title", arguments),
        texts.get(key + "text", arguments),
        texts.get(key + "safe", arguments),
        "",
        finding.code(),
        List.of());
  }

  /** That the chosen folder has commits that are not shown. */
  Notice localOnly(int commits, String branch) {
    return new Notice(
        Notice.Kind.INFO,
        texts.get("workbench.local.title", commits),
        texts.get("workbench.local.text", branch),
        "",
        "",
        "",
        List.of());
  }
}
