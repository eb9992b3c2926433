import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Has a program do for a while what it is for, and keeps what the JDK learnt of it beside the
/// program: its classes, linked, and which code is worth compiling (the JDK's AOT cache, JEP 483,
/// 514 and 515). A server that starts with it is quick from the first request, and the desktop app
/// opens sooner.
final class Training {
  /// So many times everything is done. By requests, not by time: a slow machine is to learn as
  /// much.
  private static final int ROUNDS = 160;

  /// Side by side, as browsers ask, so that waiting and locks are learnt too.
  private static final int VISITORS = 4;

  /// Passwords take a while to check, on purpose.
  private static final int SIGN_INS = 10;

  private static final String HOST = "ada";
  private static final Pattern START = Pattern.compile("\"start\":\"([^\"]+)\"");
  private static final Pattern MANAGE =
      Pattern.compile("\"manageUrl\":\"[^\"]*(/[^/\"]+/[^/\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern PASSWORD = Pattern.compile("as (\\S+), password (\\S+)");

  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  private Training(String url) {
    this.url = url;
  }

  /// Trains the server of an image.
  static void server(Path image) throws Exception {
    keep(image, Training::train);
  }

  /// Trains the desktop app of an image: it opens its window, with made-up meetings, in memory.
  static void desktop(Path image) throws Exception {
    keep(image, DesktopTraining::train);
  }

  /// What a program does to be trained.
  private interface Exercise {
    void train(Path image) throws Exception;
  }

  private static void keep(Path image, Exercise exercise) throws Exception {
    Path settings = settings(image);
    Path cache = settings.resolveSibling("meetwright.aot");
    String usual = Files.readString(settings);
    Files.writeString(settings, usual.replace("-XX:AOTCache=", "-XX:AOTCacheOutput="));
    try {
      exercise.train(image);
    } finally {
      Files.writeString(settings, usual);
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("The training left no " + cache);
    }
    System.out.printf("%s: %d MB%n", cache, Files.size(cache) >> 20);
  }

  /// Returns the program of an image.
  static Path launcher(Path image) throws IOException {
    String name = settings(image).getFileName().toString().replace(".cfg", "");
    for (String place : List.of("bin/", "Contents/MacOS/", "")) {
      for (String suffix : List.of("", ".exe")) {
        Path program = image.resolve(place + name + suffix);
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IllegalStateException("No program in " + image);
  }

  /// The file from which the program of an image learns how to start Java: app/NAME.cfg.
  private static Path settings(Path image) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      return files
          .filter(file -> file.getParent().endsWith("app") && file.toString().endsWith(".cfg"))
          .findAny()
          .orElseThrow();
    }
  }

  private static void train(Path image) throws Exception {
    Path home = Files.createTempDirectory("meetwright-training");
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher(image).toString(),
            "--home",
            home.toString(),
            "serve",
            "--demo",
            "--port",
            "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("MEETWRIGHT_"));
    builder.environment().put("MEETWRIGHT_SERVER_RATELIMIT_ENABLED", "false");
    MailSink sink = MailSink.open();
    builder.environment().putAll(sink.settings());
    Path said = home.resolve("said");
    builder.redirectError(said.toFile());
    Process server = builder.start();
    try (BufferedReader out = server.inputReader()) {
      String ready = out.readLine();
      if (ready == null) {
        throw new IllegalStateException("The server ended: " + Files.readString(said));
      }
      Matcher password = await(said);
      Training training = new Training(ready.substring(ready.indexOf("http")));
      training.work(password.group(1), password.group(2));
      sink.await();
      server.destroy();
      if (!server.waitFor(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The server does not end");
      }
      System.out.printf(
          "Trained with %d requests, of which %d failed, and %d mails%n",
          training.done.get(), training.failed.get(), sink.received());
      if (training.failed.get() * 10 > training.done.get()) {
        throw new IllegalStateException(training.failed + " requests of the training failed");
      }
    } finally {
      server.destroyForcibly();
      sink.close();
      Installers.delete(home);
    }
  }

  private static Matcher await(Path said) throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      Matcher found = PASSWORD.matcher(Files.readString(said));
      if (found.find()) {
        return found;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("No password: " + Files.readString(said));
  }

  private void work(String email, String password) throws Exception {
    String session =
        send(
            "POST",
            "/api/v1/sessions",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    String token = first(TOKEN, session);
    List<String> types = slugs();
    try (ExecutorService visitors = Executors.newFixedThreadPool(VISITORS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        int round = i;
        all.add(visitors.submit(() -> round(round, types, token)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    for (int i = 0; i < SIGN_INS; i++) {
      signIn(email, password);
    }
  }

  private Void round(int round, List<String> types, String token) throws Exception {
    for (String type : types) {
      page(type, round);
    }
    book(types.get(round % types.size()), round);
    host(token);
    return null;
  }

  /// By the form, and what is seen then.
  private void signIn(String email, String password) throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String form = ask(browser, "GET", "/login", "", "");
    StringBuilder filled =
        new StringBuilder("email=" + encoded(email) + "&password=" + encoded(password));
    Matcher hidden = HIDDEN.matcher(form);
    while (hidden.find()) {
      filled
          .append('&')
          .append(encoded(hidden.group(1)))
          .append('=')
          .append(encoded(hidden.group(2)));
    }
    ask(browser, "POST", "/login", "application/x-www-form-urlencoded", filled.toString());
    for (String page :
        List.of("bookings", "event-types", "hours", "calendars", "profile", "security")) {
      ask(browser, "GET", "/account/" + page, "", "");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> slugs() throws Exception {
    List<String> found = new ArrayList<>();
    Matcher slugs =
        Pattern.compile("\"slug\":\"([^\"]+)\"").matcher(send("GET", "/api/v1/hosts/" + HOST, ""));
    while (slugs.find()) {
      found.add(slugs.group(1));
    }
    return found;
  }

  /// What an invitee looks at.
  private void page(String type, int round) throws Exception {
    LocalDate month = LocalDate.now().plusMonths(round % 3).withDayOfMonth(1);
    send("GET", "/" + HOST, "");
    send("GET", "/" + HOST + "/" + type, "");
    send("GET", "/%s/%s?month=%.7s".formatted(HOST, type, month), "");
    for (int i = 0; i < 10; i++) {
      slots(type, month.plusDays(i));
    }
  }

  private String slots(String type, LocalDate from) throws Exception {
    return send(
        "GET",
        "/api/v1/hosts/%s/event-types/%s/slots?from=%s&to=%s&zone=Europe/Berlin"
            .formatted(HOST, type, from, from.plusDays(30)),
        "");
  }

  /// Books, moves and cancels, so that mails are written too.
  private void book(String type, int round) throws Exception {
    List<String> starts = new ArrayList<>();
    Matcher slots = START.matcher(slots(type, LocalDate.now().plusDays(3)));
    while (slots.find() && starts.size() < 2) {
      starts.add(slots.group(1));
    }
    if (starts.size() < 2) {
      return;
    }
    String booking =
        send(
            "POST",
            "/api/v1/bookings",
            "{\"host\":\"%s\",\"eventType\":\"%s\",\"start\":\"%s\",\"invitee\":{\"name\":\"Grace Hopper\",\"email\":\"grace%d@example.com\",\"timeZone\":\"Europe/Berlin\"}}"
                .formatted(HOST, type, starts.get(0), round));
    Matcher manage = MANAGE.matcher(booking);
    if (manage.find()) {
      String page = manage.group(1);
      String api = "/api/v1/manage/" + page.substring(page.lastIndexOf('/') + 1);
      send("GET", page, "");
      send("POST", api + "/reschedule", "{\"start\":\"" + starts.get(1) + "\"}");
      send("GET", api + "/invite.ics", "");
      send("POST", api + "/cancel", "{}");
    }
  }

  /// What a host looks at.
  private void host(String token) throws Exception {
    for (String what : List.of("me", "bookings", "event-types", "schedules", "problems")) {
      send("GET", "/api/v1/" + what, "", "Authorization", "Bearer " + token);
    }
    send("GET", "/login", "");
    send("GET", "/health", "");
  }

  private String send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return ask(client, method, path, body.isEmpty() ? "" : "application/json", body, headers);
  }

  private String ask(
      HttpClient by, String method, String path, String type, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> answer = by.send(request.build(), BodyHandlers.ofString());
    done.incrementAndGet();
    if (answer.statusCode() >= 400) {
      failed.incrementAndGet();
    }
    return answer.body();
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return found.group(1);
  }
}
