package org.ontodraft.app.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A start-up cache (JEP 514) as the installed program has one: the class path in jars, trained by a
 * run of some program.
 */
public final class StartUpCache implements AutoCloseable {
  private final Path folder;
  private final String classPath;

  private StartUpCache(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /** Trains it with a run of a program that ends by itself. */
  public static StartUpCache train(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ontodraft-cache");
    List<String> jars = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path place = Path.of(part);
      if (Files.isDirectory(place)) {
        Path jar = folder.resolve(jars.size() + ".jar");
        pack(place, jar);
        jars.add(jar.toString());
      } else if (Files.exists(place)) {
        jars.add(part);
      }
    }
    StartUpCache cache = new StartUpCache(folder, String.join(File.pathSeparator, jars));
    List<String> command =
        java(cache.classPath, "-XX:AOTCacheOutput=" + cache.file(), program, arguments);
    int exit =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0 || !Files.exists(cache.file())) {
      throw new IOException("no start-up cache was made");
    }
    return cache;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : (Iterable<Path>) paths.skip(1)::iterator) {
        String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
        // Folders too: the migrations are found by theirs.
        out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
        if (Files.isRegularFile(path)) {
          Files.copy(path, out);
        }
        out.closeEntry();
      }
    }
  }

  private Path file() {
    return folder.resolve("start-up.aot");
  }

  /** A command that starts a program with the cache, and refuses a cache that does not fit. */
  public List<String> java(Class<?> program, String... arguments) {
    List<String> command = java(classPath, "-XX:AOTCache=" + file(), program, arguments);
    command.add(1, "-XX:AOTMode=on");
    return command;
  }

  /** A command that starts a program from the class path as it is. */
  public static List<String> javaWithout(Class<?> program, String... arguments) {
    return java(System.getProperty("java.class.path"), "-XX:AOTMode=off", program, arguments);
  }

  private static List<String> java(
      String classPath, String option, Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx2g",
                "-Dprism.order=sw",
                "-Dprism.disableRegionCaching=true",
                option,
                "-cp",
                classPath,
                program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
