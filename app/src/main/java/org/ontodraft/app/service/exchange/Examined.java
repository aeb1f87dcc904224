package org.ontodraft.app.service.exchange;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileProblem;
import org.ontodraft.model.exchange.WikiPush;
import org.ontodraft.model.exchange.WikiPushCheck;
import org.ontodraft.model.ontology.OntologyVersion;

/** What a file or text turned out to be. */
public sealed interface Examined {
  /** Neither a draft nor a push, or not whole; all that is wrong. */
  record Unusable(List<DraftFileProblem> problems) implements Examined {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A draft that can be taken.
   *
   * @param title its title, or a free one like it where that is taken
   * @param strange entities whose file at the draft's base is another one here than in the file
   */
  record OfDraft(DraftFile file, String title, Base base, List<EntityKey> strange)
      implements Examined {
    public OfDraft {
      strange = List.copyOf(strange);
    }
  }

  /**
   * A push from a wiki.
   *
   * @param title what the draft will be called, free
   * @param base the version that the changes were checked on
   */
  record OfPush(WikiPush push, String title, OntologyVersion base, WikiPushCheck.Checked checked)
      implements Examined {}

  /** What the repository knows of a draft's base. */
  enum Base {
    /** It is the newest version. */
    NEWEST,
    /** It is there, and there is a newer one. */
    KNOWN,
    /** It is not there; the base documents of the file stand in until the draft is moved. */
    UNKNOWN
  }
}
