/// What an installation signs before it gives it away: links, forms, cookies.
@NullMarked
package org.meetwright.core.access.signed;

import org.jspecify.annotations.NullMarked;
