package org.meetwright.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// The `oidc-provider` of npm on this machine, a certified implementation.
public final class NodeProvider implements AutoCloseable {
  private static final String PACKAGE = "oidc-provider@8";
  private static final Path MODULES = Path.of("target", "oidc-provider").toAbsolutePath();

  public final URI issuer;
  private final Process node;

  private NodeProvider(Process node, URI issuer) {
    this.node = node;
    this.issuer = issuer;
  }

  /// Starts it. Where there is no node, or the package can't be had, the test is skipped.
  public static NodeProvider start() throws Exception {
    assumeTrue(runs("node", "--version"), "there is no node");
    assumeTrue(installed(), PACKAGE + " cannot be installed");
    Path script = MODULES.resolve("provider.mjs");
    try (InputStream source = NodeProvider.class.getResourceAsStream("provider.mjs")) {
      Files.write(script, source.readAllBytes());
    }
    Process node =
        new ProcessBuilder("node", script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = node.inputReader();
    String first = String.valueOf(out.readLine());
    assertThat(first).startsWith("port ");
    Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    return new NodeProvider(node, URI.create("http://127.0.0.1:" + first.substring(5)));
  }

  private static boolean installed() throws Exception {
    Files.createDirectories(MODULES);
    return Files.exists(MODULES.resolve("node_modules/oidc-provider"))
        || runs(
            "npm", "install", "--no-audit", "--no-fund", "--prefix", MODULES.toString(), PACKAGE);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
      process.toHandle().destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  @Override
  public void close() {
    node.toHandle().destroyForcibly();
  }
}
