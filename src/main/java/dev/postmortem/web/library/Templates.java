package dev.postmortem.web.library;

import dev.postmortem.document.Clean;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the pages. Each word is cleaned and escaped on its way in, unless a template says
 * otherwise; none does.
 */
final class Templates {
  private static final Version VERSION = Configuration.VERSION_2_3_35;
  private final Configuration templates = new Configuration(VERSION);

  Templates() {
    templates.setClassForTemplateLoading(Templates.class, "/dev/postmortem/web");
    templates.setDefaultEncoding("UTF-8");
    templates.setOutputEncoding("UTF-8");
    templates.setLocale(Locale.ENGLISH);
    templates.setLocalizedLookup(false);
    templates.setNumberFormat("computer");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setObjectWrapper(new Cleaning());
  }

  /** Writes a page, piece by piece. */
  void write(String template, Map<String, ?> words, Writer to) throws IOException {
    try {
      templates.getTemplate(template).process(words, to);
    } catch (TemplateException broken) {
      throw new IllegalStateException("the template " + template + " is broken", broken);
    }
  }

  /** Neither HTML nor XML may hold control characters, however they are written. */
  private static final class Cleaning extends DefaultObjectWrapper {
    Cleaning() {
      super(VERSION);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object it) throws TemplateModelException {
      return it instanceof String words ? new SimpleScalar(Clean.text(words)) : super.wrap(it);
    }
  }
}
