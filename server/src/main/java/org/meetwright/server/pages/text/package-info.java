/// The words of the pages, and how a visitor reads times and time zones.
@NullMarked
package org.meetwright.server.pages.text;

import org.jspecify.annotations.NullMarked;
