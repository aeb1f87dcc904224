package org.ontodraft.app.bootstrap;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the command line. */
@Command(
    name = "ontodraft",
    description = "Curate an ontology that lives in a Git repository.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class StartOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "Where work is kept. Also ONTODRAFT_DATA_DIR.")
  @Nullable String dataDirectory;

  @Option(
      names = "--tour",
      description = "Walk through the sample without a display; the default where there is none.")
  boolean tour;

  @Option(
      names = "--tour-dir",
      paramLabel = "FOLDER",
      description = "Where the tour saves its screenshots (default: ${DEFAULT-VALUE}).")
  Path tourDirectory = Path.of("ontodraft-tour");

  @Option(
      names = "--smoke-test",
      description = "Check that every part of this installation works, then exit.")
  boolean smokeTest;

  @Option(
      names = "--smoke-repository",
      paramLabel = "ADDRESS",
      hidden = true,
      description = "A repository the smoke test opens, too.")
  @Nullable String smokeRepository;

  @Option(
      names = "--smoke-postgres",
      paramLabel = "HOST:PORT",
      hidden = true,
      description = "A PostgreSQL server on this computer the smoke test connects to.")
  @Nullable String smokePostgres;
}
