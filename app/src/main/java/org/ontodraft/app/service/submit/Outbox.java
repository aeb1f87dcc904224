package org.ontodraft.app.service.submit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Progress;

/** Drafts that wait to be sent until their server can be reached. Blocking but for the accessor. */
public interface Outbox {
  /** Where nothing ever waits. */
  Outbox NONE =
      new Outbox() {
        @Override
        public Observed<Map<UUID, WaitingSubmit>> waiting() {
          return new State<>(Map.of());
        }

        @Override
        public Outcome<WaitingSubmit> add(
            DraftSession session, String title, String body, boolean onOldBase, Wishes wishes) {
          return Outcome.refused("GIT-05", "");
        }

        @Override
        public void remove(UUID draft) {}

        @Override
        public int send(Progress progress) {
          return 0;
        }
      };

  /** The refusals that pass when a server can be reached again. */
  Set<String> AWAY =
      Set.of("NET-01", "NET-02", "NET-03", "NET-04", "NET-08", "FORGE-04", "FORGE-09");

  /** Whether waiting may help. */
  static boolean mayPass(Refusal refusal) {
    return AWAY.contains(refusal.code()) || refusal.code().startsWith("PG-");
  }

  /** What waits, by draft; kept over restarts. May change on any thread. */
  Observed<Map<UUID, WaitingSubmit>> waiting();

  /**
   * Lets a draft wait as it is now, in place of what waited of it. Refused for what a submit would
   * be refused for before it sends anything.
   */
  Outcome<WaitingSubmit> add(
      DraftSession session, String title, String body, boolean onOldBase, Wishes wishes);

  /** Lets a draft wait no more; harmless when it does not. */
  void remove(UUID draft);

  /**
   * Tries to send what waits. What cannot be reached yet waits on; anything else stops it and asks
   * the curator, also that the draft was changed or that upstream moved meanwhile. Asks nobody when
   * nothing waits.
   *
   * @return how many were sent
   */
  int send(Progress progress);
}
