package org.ontodraft.model.format;

import java.util.List;
import org.ontodraft.model.ontology.SourceProblem;

/** Why a file holds no document; turned into a {@link SourceProblem} at the package's edge. */
final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SourceProblem.Code code;
  private final int line;
  private final transient List<String> arguments;

  UnreadableFileException(SourceProblem.Code code, int line, String... arguments) {
    super(code.shortCode() + " at line " + line + ": " + String.join(", ", arguments));
    this.code = code;
    this.line = line;
    this.arguments = List.of(arguments);
  }

  SourceProblem problem(String path, String blobId) {
    return new SourceProblem(path, blobId, code, line, arguments);
  }
}
