package dev.slipway.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rewrites headers of responses. Redirects within the platform become relative, so that a forged {@code Host} header
 * never reaches a {@code Location} header. {@code X-Frame-Options} always keeps the value {@code DENY}, even if a
 * framework sets a value that permits frames.
 */
@Configuration(proxyBeanMethods = false)
class OwnAnswers {

    @Bean
    FilterRegistrationBean<Rewriting> rewritingFilter() {
        var registration = new FilterRegistrationBean<>(new Rewriting());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setAsyncSupported(true);
        return registration;
    }

    static final class Rewriting extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, new Rewritten(request, response));
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }

    private static final class Rewritten extends HttpServletResponseWrapper {
        private static final String LOCATION = "Location";
        private static final Pattern ABSOLUTE =
                Pattern.compile("https?://([^/?#]*)([^#]*.*)", Pattern.CASE_INSENSITIVE);

        private final HttpServletRequest request;

        Rewritten(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(own(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(own(location), status, clearBuffer);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, value == null ? null : changed(name, value));
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            if (value != null && name.equalsIgnoreCase(AnswerHeaders.FRAME_OPTIONS)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value == null ? null : changed(name, value));
            }
        }

        private String changed(String name, String value) {
            if (name.equalsIgnoreCase(LOCATION)) {
                return own(value);
            }
            return name.equalsIgnoreCase(AnswerHeaders.FRAME_OPTIONS) ? AnswerHeaders.DENY : value;
        }

        /** Returns the location without scheme and host, if its host is that of the request. */
        private String own(String location) {
            var match = ABSOLUTE.matcher(location);
            if (!match.matches() || !isAsked(match.group(1))) {
                return location;
            }
            var rest = match.group(2);
            // A location that begins with two slashes would name another host.
            return "/" + rest.replaceFirst("^/+", "");
        }

        private boolean isAsked(String authority) {
            var name = request.getServerName();
            return authority.equalsIgnoreCase(request.getHeader("Host"))
                    || authority.equalsIgnoreCase(name)
                    || authority.equalsIgnoreCase(name + ":" + request.getServerPort());
        }
    }
}
