/// The words of the app, in the languages of the pages.
@NullMarked
package org.meetwright.desktop.text;

import org.jspecify.annotations.NullMarked;
