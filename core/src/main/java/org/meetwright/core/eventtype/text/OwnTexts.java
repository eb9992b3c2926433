package org.meetwright.core.eventtype.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A host's own texts for the page after booking and for mail, by language. They are plain text
/// with variables: `{invitee}` and the other words of [TextVariable].
///
/// @param texts by place and language tag; at most 20 languages a place, each text at most 2000
///   characters
public record OwnTexts(Map<TextPlace, Map<String, String>> texts) {
  /// No texts.
  public static final OwnTexts NONE = new OwnTexts(Map.of());

  /// How long a text may be, in characters.
  public static final int LONGEST = 2000;

  private static final int MOST_LANGUAGES = 20;
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");

  /// Creates the texts. Empty ones are left out.
  ///
  /// @throws InvalidValueException (field `texts.`, the place and the language) if a language is
  ///   none, a text is too long or a variable is not known
  public OwnTexts {
    Map<TextPlace, Map<String, String>> checked = new EnumMap<>(TextPlace.class);
    texts.forEach(
        (place, byLanguage) -> {
          Map<String, String> some = checked("texts." + place.word(), byLanguage);
          if (!some.isEmpty()) {
            checked.put(place, some);
          }
        });
    texts = Collections.unmodifiableMap(checked);
  }

  private static Map<String, String> checked(String field, Map<String, String> byLanguage) {
    Text.number(field, byLanguage.size(), 0, MOST_LANGUAGES);
    Map<String, String> checked = new TreeMap<>();
    byLanguage.forEach(
        (language, text) -> {
          String at = field + "." + language;
          if (!isLanguage(language)) {
            throw new InvalidValueException(at, "must be a language such as en, de or pt-BR");
          }
          String some = Text.lines(at, text, LONGEST);
          checkVariables(at, some);
          if (!some.isBlank()) {
            checked.put(language, some);
          }
        });
    return Collections.unmodifiableMap(checked);
  }

  private static boolean isLanguage(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    int letters = locale.getLanguage().length();
    return (letters == 2 || letters == 3) && locale.toLanguageTag().equals(tag);
  }

  private static void checkVariables(String field, String text) {
    Matcher found = VARIABLE.matcher(text);
    while (found.find()) {
      if (TextVariable.find(found.group(1)).isEmpty()) {
        throw new InvalidValueException(
            field,
            "must not have the variable {"
                + found.group(1)
                + "}; known are "
                + Arrays.stream(TextVariable.values())
                    .map(variable -> "{" + variable.word() + "}")
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /// Returns the text of a place for a reader, with its variables filled in; empty if there is
  /// none. It is the one in the reader's language, else in English, else the first. Reminders and
  /// cancellations without texts of their own have those of `mail`.
  ///
  /// @param value what stands for a variable; is not searched for variables again
  public Optional<String> find(
      TextPlace place, Locale reader, Function<TextVariable, String> value) {
    Map<String, String> own = texts.getOrDefault(place, Map.of());
    boolean likeOtherMail = place == TextPlace.REMINDER || place == TextPlace.CANCELLATION;
    Map<String, String> some =
        own.isEmpty() && likeOtherMail ? texts.getOrDefault(TextPlace.MAIL, Map.of()) : own;
    return some.isEmpty() ? Optional.empty() : Optional.of(filled(inLanguage(some, reader), value));
  }

  private static String inLanguage(Map<String, String> some, Locale reader) {
    for (String tag : new String[] {reader.toLanguageTag(), reader.getLanguage(), "en"}) {
      String text = some.get(tag);
      if (text != null) {
        return text;
      }
    }
    return some.values().iterator().next();
  }

  private static String filled(String text, Function<TextVariable, String> value) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    TextVariable.find(found.group(1)).map(value).orElse(found.group())));
  }
}
