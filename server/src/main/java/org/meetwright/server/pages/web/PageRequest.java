package org.meetwright.server.pages.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.listener.RequestBody;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.Upload;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.guard.Visit;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.PageParameters;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.text.Visitor.Origin;
import org.meetwright.server.text.HourCycle;
import org.meetwright.server.text.ZoneNames;

/// A request for a page. Parameters that make no sense are ignored: an old or mistyped link still
/// leads somewhere.
///
/// @param links the addresses of the pages, as this request's visitor reaches them
/// @param visit what ties forms to his browser
public record PageRequest(ServerRequest request, PageLinks links, Visit visit) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;

  /// Reads a request.
  public static PageRequest of(ServerRequest request, PageLinks links) {
    return new PageRequest(request, links, Visit.of(request));
  }

  /// Returns the path.
  public String path() {
    return request.path().path();
  }

  /// Returns a part of the path.
  public String path(String name) {
    return request.path().pathParameters().get(name);
  }

  /// Returns what is chosen so far.
  public Choice choice() {
    LocalDate date = date(first(request.query(), "date"));
    YearMonth month = parsed(first(request.query(), "month"), YearMonth::parse, YearMonth::getYear);
    return new Choice(
        month == null && date != null ? YearMonth.from(date) : month,
        date,
        zone(first(request.query(), "zone")),
        start(first(request.query(), "start")),
        link(first(request.query(), "link")),
        PageParameters.of(request.query().toMap()));
  }

  private static <T> @Nullable T parsed(
      String text, Function<String, T> parse, Function<T, Integer> year) {
    try {
      T value = parse.apply(text);
      return year.apply(value) < FIRST_YEAR || year.apply(value) > LAST_YEAR ? null : value;
    } catch (DateTimeException notOne) {
      return null;
    }
  }

  /// Returns the date of a text; null if it is none of this age.
  public static @Nullable LocalDate date(String text) {
    return parsed(text, LocalDate::parse, LocalDate::getYear);
  }

  /// Returns the instant of a text; null if it is none of this age.
  public static @Nullable Instant start(String text) {
    return parsed(text, Instant::parse, instant -> instant.atOffset(ZoneOffset.UTC).getYear());
  }

  /// Returns the zone of a name; null if there is no such one.
  public static @Nullable ZoneId zone(String name) {
    try {
      return ZoneNames.today(TimeZones.parse("zone", name));
    } catch (InvalidValueException none) {
      return null;
    }
  }

  /// Returns the token of a booking link; null if it looks like none, as what a question called
  /// *Link* is to be filled in with.
  public static @Nullable String link(String text) {
    return BookingLinks.isToken(text) ? text : null;
  }

  /// Returns the city whose time zone is looked for; null if none is.
  public @Nullable String city() {
    String typed = first(request.query(), "city").strip();
    return typed.isEmpty() || typed.length() > 100 ? null : typed;
  }

  /// Returns who asks: by what he chose now, chose before, and his browser tells.
  ///
  /// @param usual the zone if he never chose one
  public Visitor visitor(ZoneId usual) {
    Languages languages = languages();
    String hours = preference("hours");
    boolean twelveHours =
        hours.isEmpty() ? HourCycle.isTwelve(languages.habits()) : hours.equals("12");
    ZoneId said = zone(first(request.query(), "zone"));
    KeptZone kept =
        links.embedded() ? null : KeptZone.of(first(request.headers().cookies(), "zone"));
    Origin origin = said != null ? Origin.SAID : kept != null ? Origin.KEPT : Origin.GUESSED;
    ZoneId zone =
        switch (origin) {
          case SAID -> Objects.requireNonNull(said);
          case KEPT -> Objects.requireNonNull(kept).zone();
          case GUESSED -> usual;
        };
    return new Visitor(
        languages.page(),
        languages.asked(),
        zone,
        origin,
        kept == null ? null : kept.device(),
        twelveHours);
  }

  /// Returns a host who reads what is his: in his own language, clock and zone, unless he has
  /// chosen another language or clock on the pages, or another zone on this one.
  ///
  /// @param zone the host's
  /// @param locale the host's language
  public Visitor host(ZoneId zone, Locale locale) {
    Languages languages =
        Languages.of(locale.stripExtensions().toLanguageTag(), preference("lang"));
    String hours = preference("hours");
    ZoneId said = zone(first(request.query(), "zone"));
    return new Visitor(
        languages.page(),
        languages.asked(),
        said == null ? zone : said,
        Origin.SAID,
        null,
        hours.isEmpty() ? HourCycle.isTwelve(locale) : hours.equals("12"));
  }

  /// Returns whether the visitor comes from the form with which he has just booked.
  public boolean justBooked() {
    return parameter(PageLinks.BOOKED).equals(PageLinks.NOW);
  }

  /// Returns the language of the page.
  public Locale language() {
    return languages().page();
  }

  private Languages languages() {
    return Languages.of(header(), preference("lang"));
  }

  private String header() {
    return request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("");
  }

  private String preference(String name) {
    String now = preferenceNow(name);
    // What is chosen in a frame is in its address.
    return now.isEmpty() && !links.embedded()
        ? Preferences.valid(name, first(request.headers().cookies(), name))
        : now;
  }

  /// Returns a parameter of the address; empty if it has none of this name.
  public String parameter(String name) {
    return first(request.query(), name);
  }

  /// Returns a preference that the address itself gives; empty if it gives none.
  public String preferenceNow(String name) {
    return Preferences.valid(name, first(request.query(), name));
  }

  /// Reads the form that was sent before the request waits for anything.
  ///
  /// @throws org.meetwright.server.pages.form.UnreadableFormException if it is too long
  public static void readAhead(ServerRequest request) {
    RequestBody.readAhead(request, FormBody.MOST_BYTES + 1);
    FormBody.check(RequestBody.read(request, FormBody.MOST_BYTES + 1));
  }

  /// Reads the form that was sent.
  ///
  /// @throws org.meetwright.server.pages.form.UnreadableFormException if it is none, or too long
  public FormBody form() {
    return FormBody.read(RequestBody.read(request, FormBody.MOST_BYTES + 1));
  }

  /// Reads the form with a file that was sent.
  ///
  /// @param file the field of the file
  /// @param most how many bytes the file may have
  /// @throws org.meetwright.server.pages.form.UnreadableFormException if it is none, or too long
  public Upload upload(String file, int most) {
    int all = most + Upload.MOST_OTHER_BYTES;
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    return Upload.read(RequestBody.read(request, all + 1), all, type, file);
  }

  private static String first(Parameters parameters, String name) {
    return parameters.first(name).orElse("");
  }
}
