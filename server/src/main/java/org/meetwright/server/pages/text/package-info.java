/// The words of the pages, and the visitor's format of times and time zones.
@NullMarked
package org.meetwright.server.pages.text;

import org.jspecify.annotations.NullMarked;
