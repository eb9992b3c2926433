package org.meetwright.server.pages;

import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.WishLimits;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.server.SecurityHeaders;
import org.meetwright.server.api.challenge.ChallengeRoutes;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.web.PageErrors;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.AreaRules;
import org.meetwright.server.route.RouteTable;

/// The pages on a real server over a real database. It is Friday 20 November 2026, 15:00 in New
/// York, where the host Ada Lovelace works from 09:00 to 17:00.
public final class PagesFixture implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private volatile Duration fillingIn = Duration.ofSeconds(3);
  private final Path home;
  private final WebServer server;
  public final Core core;
  public final Host host;

  public PagesFixture() {
    this(0);
  }

  /// Opens pages on which a challenge has to be solved to book.
  ///
  /// @param difficulty the largest number that has to be looked for; 0 to ask for none
  public PagesFixture(int difficulty) {
    try {
      home = Files.createTempDirectory("meetwright-pages");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    // Nobody shares this database, so H2 need not be a server for it.
    String url = DatabaseSettings.h2Url(home) + ";AUTO_SERVER=FALSE";
    Database database = Database.open(new DatabaseSettings(url, "", "", 4));
    database.migrations().migrate();
    core = Core.on(database, clock::get);
    host = host("ada", "Ada Lovelace");
    FrontDesk frontDesk =
        new FrontDesk(core.bookingDesk(), core.confirmations(), core.eventTypes(), WishLimits.NONE);
    Challenges challenges =
        new Challenges(core.clock(), core.installationKey(), core.usedChallenges(), difficulty);
    PageRoutes routes = new PageRoutes(core, this::address, frontDesk, challenges);
    server =
        WebServer.builder()
            .port(0)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(
                routing -> {
                  routing.addFilter(new SecurityHeaders()).addFilter(this::fillIn);
                  AreaRules rules = AreaRules.of(routing, new RouteTable(), (_, _) -> {});
                  Area.OPEN_API.on(rules).register("/api/v1", new ChallengeRoutes(challenges));
                  rules.register(routes);
                  routing.error(Throwable.class, new PageErrors(this::address));
                })
            .build()
            .start();
  }

  /// Filling a form in takes a while; more than the shortest that is believed.
  private void fillIn(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (request.prologue().method().equals(Method.POST)) {
      clock.updateAndGet(now -> now.plus(fillingIn));
    }
    chain.proceed();
  }

  /// Says how long it takes from now on to fill a form in.
  public void fillingIn(Duration duration) {
    fillingIn = duration;
  }

  /// Adds a host in New York.
  public Host host(String handle, String name) {
    return core.hosts()
        .add(
            new NewHost(
                new Handle(handle),
                name,
                new EmailAddress(handle + "@example.org"),
                NEW_YORK,
                Locale.US,
                null,
                Role.HOST));
  }

  /// Returns a PNG picture: a word on a ground of its own.
  public static byte[] picture() {
    BufferedImage image = new BufferedImage(360, 100, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0x1c2521));
    pen.fillRoundRect(0, 0, 360, 100, 40, 40);
    pen.setColor(new Color(0xfacc15));
    pen.fillOval(20, 20, 60, 60);
    pen.fillRect(110, 35, 220, 30);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  public FormGuard guard() {
    return new FormGuard(core.installationKey(), clock::get);
  }

  public URI address() {
    return URI.create("http://localhost:" + server.port());
  }

  public void now(Instant instant) {
    clock.set(instant);
  }

  /// Adds an event type of 30 minutes.
  public EventType eventType(String slug, Question... questions) {
    return add(new Draft(slug, questions));
  }

  public EventType add(Draft draft) {
    return core.eventTypes().add(draft.build(host.id()));
  }

  public static Question question(
      Question.AnswerKind kind, String label, boolean required, String... options) {
    return new Question(Ids.next(), label, kind, required, List.of(options));
  }

  /// An event type before it is added.
  public static final class Draft {
    private final String slug;
    private final List<Question> questions;
    public String name = "Analytical engine consultation";
    public String description = "Bring your questions about looping, cards and the mill.";
    int minutes = 30;
    int step = 30;
    public BookingWindow window = new BookingWindow.Rolling(60);
    public boolean approval;
    public boolean hidden;
    public boolean active = true;
    String color = Listing.DEFAULT_COLOR;
    public Location location =
        new Location(Location.LocationKind.LINK, "https://meet.example.org/ada");
    public Location[] places = {};
    public Integer[] lengths = {};
    public UUID scheduleId;
    int seats = 1;
    Assignment assignment = new Assignment.OneHost();
    public Policies policies = Policies.FREE;
    public URI redirect;
    public OwnTexts texts = OwnTexts.NONE;

    public Draft(String slug, Question... questions) {
      this.slug = slug;
      this.questions = List.of(questions);
    }

    EventType build(UUID hostId) {
      EventTypeBuilder builder =
          new EventTypeBuilder(hostId)
              .slug(slug)
              .name(name)
              .description(description)
              .color(color)
              .duration(minutes)
              .step(lengths.length == 0 ? step : null)
              .window(window)
              .assignment(assignment)
              .schedule(scheduleId)
              .seats(seats)
              .lengths(lengths)
              .location(places.length == 0 ? new Location[] {location} : places)
              .questions(questions)
              .policies(policies)
              .redirect(redirect)
              .texts(texts);
      if (hidden) {
        builder.hidden();
      }
      if (approval) {
        builder.approval();
      }
      return (active ? builder : builder.inactive()).build();
    }
  }

  @Override
  public void close() {
    server.stop();
    core.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
