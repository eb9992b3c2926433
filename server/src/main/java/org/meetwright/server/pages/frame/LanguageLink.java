package org.meetwright.server.pages.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a page is shown in a language.
///
/// @param tag the language (BCP 47)
/// @param name what its speakers call it
/// @param present whether the page is in it
public record LanguageLink(String tag, String name, String href, boolean present) {

  /// Returns the way to a page in a language.
  ///
  /// @param here the page's address, with its query
  static LanguageLink of(Locale locale, String here, String present) {
    String tag = locale.getLanguage();
    String name = locale.getDisplayLanguage(locale);
    int mark = here.indexOf('?');
    String path = mark < 0 ? here : here.substring(0, mark);
    String others =
        mark < 0
            ? ""
            : Arrays.stream(here.substring(mark + 1).split("&"))
                .filter(
                    part ->
                        !part.isEmpty() && !part.startsWith("lang=") && !part.startsWith("keep="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    return new LanguageLink(
        tag,
        name.substring(0, 1).toUpperCase(locale) + name.substring(1),
        path + "?" + others + "lang=" + tag + "&keep=lang",
        tag.equals(present));
  }
}
