package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.StepReport.State;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.HttpFault.Answer;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Each fault at each step of a submit, before and after its effect, at every kind of forge: when
 * all is said there is exactly one branch and one pull request. The ordinary run takes every
 * thirteenth row, {@code -Dsubmit.faults=all} all of them.
 */
class SubmitFaultMatrixTest {
  private static final String TOKEN = "canary-0123456789";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final int MOST_TRIES = 4;

  @TempDir Path folder;

  /** What goes wrong. */
  enum Fault {
    CUT,
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    UNPROCESSABLE(422),
    TOO_MANY(429),
    SERVER(500),
    /** The server says nothing, and the curator stops waiting. */
    STOPPED,
    /** The program ends. */
    KILLED,
    /** Somebody commits upstream meanwhile. */
    MOVED;

    private final int status;

    Fault() {
      this(0);
    }

    Fault(int status) {
      this.status = status;
    }

    boolean ofTheNetwork() {
      return this == CUT || status > 0;
    }
  }

  /** A row: the fault, where, and whether the step has had its effect by then. */
  record Row(ForgeKind kind, SubmitStep step, boolean after, Fault fault) {
    @Override
    public String toString() {
      return (kind + " " + step + (after ? " after " : " before ") + fault)
          .toLowerCase(Locale.ROOT);
    }
  }

  static List<Row> rows() {
    List<Row> all = new ArrayList<>();
    for (ForgeKind kind : ForgeKind.values()) {
      for (SubmitStep step : SubmitStep.values()) {
        for (Fault fault : Fault.values()) {
          all.add(new Row(kind, step, false, fault));
          all.add(new Row(kind, step, true, fault));
        }
      }
    }
    assertThat(all).hasSize(432);
    if ("all".equals(System.getProperty("submit.faults"))) {
      return all;
    }
    // 432 rows by 13 meet every kind, step and fault, since 13 divides none of their counts.
    List<Row> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 13) {
      some.add(all.get(i));
    }
    return some;
  }

  /** The process is gone: nothing catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void always_one_branch_and_one_pull_request(Row row) {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"))) {
      upstream
          .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n")
          .commit("1");
      try (ForgeServer server =
          ForgeServer.serving(folder.resolve("forge"), row.kind()).requireToken(TOKEN)) {
        run(row, upstream, server);
        assertThat(server.violations()).isEmpty();
      }
      Canary.isNowhereBelow(folder, TOKEN);
    }
  }

  private void run(Row row, GitHistory upstream, ForgeServer server) {
    UUID draft;
    boolean sent = false;
    try (RealServices parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
        Workspace workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)))) {
      DraftSession session = done(workspace.startDraft("Name A"));
      draft = session.id();
      done(session.setField(A, "label", JsonNodeFactory.instance.stringNode("Alpha")));
      try {
        sent =
            submit(workspace, session, trouble(row, upstream, server))
                instanceof SubmitOutcome.Sent;
      } catch (Killed | CancellationException ended) {
        assertThat(row.fault()).isIn(Fault.KILLED, Fault.STOPPED);
      }
      server.faults().clear();
      if (row.fault() != Fault.KILLED) {
        finish(workspace, session, sent);
      }
    }
    if (row.fault() == Fault.KILLED) {
      try (RealServices parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
          Workspace workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)))) {
        finish(workspace, done(workspace.openDraft(draft)), sent);
      }
    }
    assertThat(server.pullRequests()).hasSize(1);
    assertThat(server.branches(NAME)).hasSize(2).contains("main");
  }

  /** Submits until it is sent, moving the draft where upstream moved. */
  private static void finish(Workspace workspace, DraftSession session, boolean sent) {
    boolean there = sent || session.draft().get().status() == DraftStatus.SUBMITTED;
    for (int tries = 0; !there; tries++) {
      assertThat(tries).isLessThan(MOST_TRIES);
      switch (submit(workspace, session, step -> {})) {
        case SubmitOutcome.Sent done -> there = true;
        case SubmitOutcome.UpstreamMoved moved -> done(workspace.rebaseDraft());
        case SubmitOutcome.Failed failed ->
            assertThat(failed.refusal().toString()).doesNotContain(TOKEN);
      }
    }
    assertThat(session.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    assertThat(session.effective().get().document(A).label()).contains("Alpha");
  }

  private static SubmitOutcome submit(
      Workspace workspace, DraftSession session, Consumer<StepReport> steps) {
    return workspace.submits().submit(session, "Name A", "", false, steps, Progress.none());
  }

  /** Goes wrong at the step, as the row says. */
  private static Consumer<StepReport> trouble(Row row, GitHistory upstream, ForgeServer server) {
    return report -> {
      if (report.step() != row.step()) {
        return;
      }
      boolean begins = report.state() == State.RUNNING;
      if (row.fault().ofTheNetwork()) {
        if (begins) {
          plan(row, server);
        }
      } else if (begins != row.after()) {
        switch (row.fault()) {
          case KILLED -> throw new Killed();
          case STOPPED -> throw new CancellationException();
          default ->
              upstream.on("main").file("categories/B.json", "{\n  \"id\": \"B\"\n}\n").commit("2");
        }
      }
    };
  }

  /** The next call of the step goes wrong; a step that calls nobody has none. */
  private static void plan(Row row, ForgeServer server) {
    String pulls = row.kind() == ForgeKind.GITLAB ? "/merge_requests" : "/pulls";
    HttpFault fault = fault(row);
    switch (row.step()) {
      case FETCH, PROBE_BRANCH -> server.faults().plan("GET", "git-upload-pack", fault, 1);
      case STORE_PLAN -> server.faults().plan("GET", "/api/", fault, 1);
      case PUSH -> server.faults().plan("POST", "git-receive-pack", fault, 1);
      case PROBE_PULL_REQUEST -> server.faults().plan("GET", pulls, fault, 1);
      case CREATE_PULL_REQUEST -> server.faults().plan("POST", pulls, fault, 1);
      case WRITE_OBJECTS, RECORD -> {}
    }
  }

  private static HttpFault fault(Row row) {
    if (row.fault() == Fault.CUT) {
      return row.after() ? new HttpFault.CutAfterEffect() : new HttpFault.CutBeforeEffect();
    }
    Answer answer = Answer.json(row.fault().status, "{\"message\":\"no\"}");
    return row.after() ? new HttpFault.AnswerAfterEffect(answer) : answer;
  }
}
