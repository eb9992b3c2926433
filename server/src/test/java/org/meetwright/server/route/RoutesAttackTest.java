package org.meetwright.server.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

/// Every route says what it is, and nobody else guesses it.
@Tag("attack")
final class RoutesAttackTest {
  /// What stands in paths and is no secret. A new name is to be thought about: a secret is called
  /// `token`.
  private static final Set<String> NO_SECRETS =
      Set.of("handle", "slug", "id", "file", "team", "country", "calendar", "kind");

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");
  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = new ServerFixture(DatabaseKind.H2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theSecretsOfEveryPathAreKnown() {
    assertThat(server.server.routes()).hasSizeGreaterThan(100);
    for (Route route : server.server.routes()) {
      Matcher parameters = PARAMETER.matcher(route.pattern());
      while (parameters.find()) {
        String name = parameters.group(1);
        assertThat(name.equals("token") || NO_SECRETS.contains(name)).as(route.toString()).isTrue();
      }
    }
    assertThat(patterns(route -> route.pattern().contains(Route.SECRET)))
        .contains(
            "/b/{token}",
            "/embed/b/{token}",
            "/c/{token}",
            "/b/{token}/invite.ics",
            "/api/v1/manage/{token}",
            "/api/v1/confirmations/{token}");
  }

  private static List<String> patterns(Predicate<Route> wanted) {
    return server.server.routes().stream().filter(wanted).map(Route::pattern).toList();
  }

  @Test
  void onlyHealthCostsNothing() {
    assertThat(patterns(route -> route.area().cost() == Cost.NOTHING))
        .containsOnly("/health", "/health/live", "/health/ready");
  }

  @Test
  void whatStrangersChangeIsCounted() {
    assertThat(
            patterns(route -> route.method().equals("POST") && route.area().cost() == Cost.CHANGE))
        .contains(
            "/api/v1/bookings",
            "/api/v1/manage/{token}/cancel",
            "/api/v1/manage/{token}/reschedule",
            "/api/v1/confirmations/{token}",
            "/{handle}/{slug}",
            "/embed/{handle}/{slug}",
            "/login");
  }

  @Test
  void otherSitesMayShowWhatIsMadeForFramesAlone() {
    assertThat(patterns(route -> route.area() == Area.FRAMES))
        .allMatch(pattern -> pattern.startsWith("/embed/"));
  }

  @Test
  void aRouteThatDoesNotSayWhatItIsIsNotRegistered() {
    HttpRouting.Builder routing = HttpRouting.builder();
    AreaRules rules = AreaRules.of(routing, new RouteTable(), (_, _) -> {});
    assertThatThrownBy(() -> rules.get("/new", (_, response) -> response.send()))
        .hasMessageContaining("GET /new has no area");
    assertThatThrownBy(
            () -> {
              rules.register("/in", inside -> inside.post("/new", (_, answer) -> answer.send()));
              routing.build();
            })
        .hasMessageContaining("POST /in/new has no area");
    assertThatThrownBy(() -> Area.PAGES.on(HttpRouting.builder()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Guessing from the beginning of a path what a route is: six places did.
  @Test
  void nobodyGuessesFromAPathWhatARouteIs() throws IOException {
    Pattern guess =
        Pattern.compile(
            "(startsWith|matches)\\(\\s*\"\\^?/|(equals|contains|endsWith)\\(\\s*\"/[a-z]");
    List<String> guesses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (guess.matcher(Files.readString(file)).find()) {
          guesses.add(file.getFileName().toString());
        }
      }
    }
    // The check of paths; a directory of the environment; an address with a slash at its end.
    assertThat(guesses)
        .containsExactlyInAnyOrder("PlainPaths.java", "DataDirectory.java", "PageRoutes.java");
  }
}
