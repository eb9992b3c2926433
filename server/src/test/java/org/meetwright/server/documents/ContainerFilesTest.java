package org.meetwright.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.SettingsSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files for containers, as far as they can be checked without an engine to run them.
class ContainerFilesTest {
  private static final Path FOLDER = Path.of("..", "jpackage", "container");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)[^}]*}");
  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(\\S+) \\S+$");

  @TempDir Path home;

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(Files.readString(FOLDER.resolve("compose.yaml")));
  }

  @Test
  void servicesUseWhatIsThere() throws IOException {
    JsonNode compose = compose();

    for (JsonNode service : compose.path("services")) {
      service
          .path("volumes")
          .forEach(
              volume ->
                  assertThat(compose.path("volumes").has(volume.asString().split(":", -1)[0]))
                      .as(volume.asString())
                      .isTrue());
      JsonNode networks = service.path("networks");
      if (networks.isArray()) {
        networks.forEach(
            network -> assertThat(compose.path("networks").has(network.asString())).isTrue());
      } else {
        assertThat(compose.path("networks").propertyNames()).containsAll(networks.propertyNames());
      }
    }
    JsonNode server = compose.at("/services/meetwright");
    assertThat(server.path("read_only").asBoolean()).isTrue();
    assertThat(server.path("environment").path("MEETWRIGHT_SERVER_TRUSTEDPROXIES"))
        .isEqualTo(compose.at("/services/caddy/networks/outside/ipv4_address"));
    Path build = FOLDER.resolve(server.path("build").path("context").asString()).normalize();
    assertThat(build.resolve(server.path("build").path("dockerfile").asString())).exists();
  }

  @Test
  void settingsAreThoseOfTheProgram() throws IOException {
    Map<String, String> example = new HashMap<>();
    Files.readAllLines(FOLDER.resolve("example.env"))
        .forEach(line -> example.put(line.replaceFirst("=.*", ""), line.replaceFirst(".*?=", "")));
    Map<String, String> environment = new HashMap<>();
    compose()
        .at("/services/meetwright/environment")
        .forEachEntry(
            (name, value) ->
                environment.put(
                    name,
                    VARIABLE
                        .matcher(value.asString())
                        .replaceAll(
                            found -> Matcher.quoteReplacement(example.get(found.group(1))))));

    Settings settings = new SettingsSources(home, null, environment, Map.of()).read();

    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://postgres:5432/meetwright");
    assertThat(String.valueOf(settings.server().publicUrl())).contains(example.get("DOMAIN"));
  }

  @Test
  void imageIsMadeOfFilesThatAreThereAndRunsAsNobodyInParticular() throws IOException {
    String file = Files.readString(FOLDER.resolve("Containerfile"));
    Matcher copied = COPIED.matcher(file);

    while (copied.find()) {
      assertThat(Path.of("..").resolve(copied.group(1))).exists();
    }
    String last = file.substring(file.lastIndexOf("\nFROM "));
    assertThat(last)
        .contains("\nUSER 10001")
        .contains("HEALTHCHECK ")
        .contains("CMD [\"meetwright\", \"health\"]")
        .doesNotContain("apt-get");
  }
}
