/// Texts by language, and the formats of dates and times.
@NullMarked
package org.meetwright.server.text;

import org.jspecify.annotations.NullMarked;
