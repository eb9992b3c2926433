package org.meetwright.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.InviteeCalls.BookAnswer;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The client has exactly the operations of the document: it sends what the document asks for, and
/// its records hold all that is told of requests and answers.
class ApiClientContractTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final Paths PATHS = new Paths(DOCUMENT);
  private static final Sample SAMPLE = new Sample(DOCUMENT);
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  /// An operation of the document.
  ///
  /// @param item the path's part of it
  record Operation(String id, String method, JsonNode item, JsonNode told) {
    @Override
    public String toString() {
      return id;
    }

    /// Returns the answers of success, by status.
    Map<Integer, JsonNode> answers() {
      Map<Integer, JsonNode> answers = new TreeMap<>();
      for (var each : told.path("responses").properties()) {
        if (each.getKey().startsWith("2")) {
          answers.put(Integer.valueOf(each.getKey()), DOCUMENT.resolved(each.getValue()));
        }
      }
      return answers;
    }

    Set<String> queryNames() {
      Set<String> names = new TreeSet<>();
      for (JsonNode place : List.of(item, told)) {
        for (JsonNode each : place.path("parameters")) {
          JsonNode parameter = DOCUMENT.resolved(each);
          if (parameter.path("in").asString().equals("query")) {
            names.add(parameter.path("name").asString());
          }
        }
      }
      return names;
    }

    /// Returns a request with every key, and the document's example if it has one.
    List<JsonNode> requests() {
      JsonNode media = told.at("/requestBody/content/application~1json");
      List<JsonNode> requests = new ArrayList<>();
      if (!media.isMissingNode()) {
        requests.add(SAMPLE.of(media.path("schema")));
        if (media.has("example")) {
          requests.add(media.path("example"));
        }
      }
      return requests;
    }
  }

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : DOCUMENT.root().path("paths").properties()) {
      for (var each : path.getValue().properties()) {
        if (METHODS.contains(each.getKey())) {
          operations.add(
              new Operation(
                  each.getValue().path("operationId").asString(),
                  each.getKey().toUpperCase(Locale.ROOT),
                  path.getValue(),
                  each.getValue()));
        }
      }
    }
    return operations;
  }

  /// The calls of a client, by name, with the object that has them.
  private static Map<String, Method> calls() {
    Map<String, Method> calls = new TreeMap<>();
    for (Method room : rooms()) {
      for (Method call : room.getReturnType().getDeclaredMethods()) {
        if (Modifier.isPublic(call.getModifiers())) {
          assertThat(calls.put(call.getName(), call)).as(call.getName()).isNull();
        }
      }
    }
    return calls;
  }

  private static List<Method> rooms() {
    return Arrays.stream(ApiClient.class.getDeclaredMethods())
        .filter(method -> method.getReturnType().getSimpleName().endsWith("Calls"))
        .toList();
  }

  private HttpServer server;
  private ApiClient client;
  private volatile int status;
  private volatile String type;
  private volatile byte[] answer;
  private volatile String method;
  private volatile URI target;
  private volatile byte[] body;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    client =
        new ApiClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "a token");
  }

  private void handle(HttpExchange exchange) throws IOException {
    method = exchange.getRequestMethod();
    target = exchange.getRequestURI();
    body = exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean none = answer.length == 0 || method.equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : answer.length);
    if (!none) {
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void hasACallForEachOperationAndNoOther() {
    assertThat(calls().keySet())
        .containsExactlyInAnyOrderElementsOf(operations().stream().map(Operation::id).toList());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void asksForAndReadsWhatTheDocumentTells(Operation operation) throws Exception {
    Method call = calls().get(operation.id());
    List<JsonNode> requests = operation.requests();
    for (var each : operation.answers().entrySet()) {
      for (JsonNode request : requests.isEmpty() ? List.of(JSON.nullNode()) : requests) {
        check(operation, call, request, each.getKey(), each.getValue());
      }
    }
  }

  private void check(
      Operation operation, Method call, JsonNode request, int answered, JsonNode told)
      throws Exception {
    prepare(answered, told);
    Object result = call.invoke(room(call), arguments(call, request));
    assertThat(method).isEqualTo(operation.method());
    assertThat(PATHS.find(target.getRawPath()).orElseThrow().item()).isEqualTo(operation.item());
    assertThat(sentQuery()).isEqualTo(operation.queryNames());
    if (takesARequest(call)) {
      assertThat(JSON.readTree(body)).isEqualTo(request);
    }
    checkRead(result);
  }

  private void prepare(int answered, JsonNode told) {
    status = answered;
    type = told.path("content").propertyNames().stream().findFirst().orElse("");
    JsonNode schema = told.path("content").path(type).path("schema");
    answer =
        schema.isMissingNode()
            ? new byte[0]
            : type.equals("application/json")
                ? JSON.writeValueAsBytes(SAMPLE.of(schema))
                : "text".getBytes(StandardCharsets.UTF_8);
  }

  private Object room(Method call) throws ReflectiveOperationException {
    for (Method room : rooms()) {
      if (room.getReturnType().equals(call.getDeclaringClass())) {
        return room.invoke(client);
      }
    }
    throw new AssertionError(call);
  }

  private static boolean takesARequest(Method call) {
    return Arrays.stream(call.getParameterTypes())
        .anyMatch(type -> type.isRecord() && !type.getSimpleName().endsWith("Query"));
  }

  private static Object[] arguments(Method call, JsonNode request)
      throws ReflectiveOperationException {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : call.getParameterTypes()) {
      boolean asked = type.isRecord() && !type.getSimpleName().endsWith("Query");
      arguments.add(asked ? JSON.treeToValue(request, type) : madeUp(type));
    }
    return arguments.toArray();
  }

  private static Object madeUp(Class<?> type) throws ReflectiveOperationException {
    if (type.isRecord()) {
      Constructor<?> whole = type.getDeclaredConstructors()[0];
      List<Object> values = new ArrayList<>();
      for (Class<?> each : whole.getParameterTypes()) {
        values.add(madeUp(each));
      }
      return whole.newInstance(values.toArray());
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> new UUID(1, 2);
      case "String" -> "a/ü +?";
      case "Integer" -> 3;
      case "Instant" -> Instant.parse("2026-03-09T13:00:00Z");
      case "LocalDate" -> LocalDate.parse("2026-03-09");
      case "byte[]" -> new byte[] {1};
      default -> throw new AssertionError("no value for " + type);
    };
  }

  private Set<String> sentQuery() {
    Set<String> names = new HashSet<>();
    @Nullable String query = target.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      names.add(pair.split("=", 2)[0]);
    }
    return names;
  }

  private void checkRead(@Nullable Object result) {
    switch (result) {
      case null -> assertThat(answer).isEmpty();
      case Boolean yes -> assertThat(yes).isTrue();
      case byte[] bytes -> assertThat(bytes).isEqualTo(answer);
      case InputStream stream -> assertThat(stream).hasBinaryContent(answer);
      case String text -> assertThat(text).isEqualTo(new String(answer, StandardCharsets.UTF_8));
      case List<?> several ->
          assertThat(written(several)).isEqualTo(JSON.readTree(answer).iterator().next());
      case BookAnswer.Booked(var booking) ->
          assertThat(written(booking)).isEqualTo(JSON.readTree(answer));
      case BookAnswer.Asked(var mail) ->
          assertThat(written(mail)).isEqualTo(JSON.readTree(answer).iterator().next());
      default -> assertThat(written(result)).isEqualTo(JSON.readTree(answer));
    }
  }

  private static JsonNode written(Object value) {
    return JSON.readTree(JSON.writeValueAsBytes(value));
  }
}
