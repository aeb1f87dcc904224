package org.ontodraft.model.format;

import java.util.List;
import java.util.function.IntConsumer;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceProblem;

/** Reads the entities of a version, or of the difference of two, from a source. */
public final class OntologyReader {
  private OntologyReader() {}

  /** All that a version holds. */
  public record ReadOntology(List<IngestedEntity> entities, List<SourceProblem> problems) {
    public ReadOntology {
      entities = List.copyOf(entities);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads these entries of one commit. A file that cannot be used becomes a problem and drops
   * nothing else. Of two files with the same key, or paths that collide on case-insensitive
   * systems, the first by path is taken and the other is a problem.
   *
   * @param progress told the number of files done, from any thread
   * @throws java.util.concurrent.CancellationException when the calling thread asks through
   *     progress by throwing it
   */
  public static ReadOntology read(
      OntologySource source, List<TreeEntry> entries, IntConsumer progress) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads what changed between the version a view shows and another version. A changed file that
   * cannot be used keeps its entity's last good version and adds a problem.
   */
  public static OntologyDelta delta(OntologySource source, OntologyView from, OntologyVersion to) {
    throw new UnsupportedOperationException();
  }
}
