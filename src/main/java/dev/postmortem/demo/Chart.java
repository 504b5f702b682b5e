package dev.postmortem.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A line chart as PNG. It bears no words: a machine without a screen may have no fonts, too.
 *
 * @param values evenly spaced in time, each from 0 to 1
 */
record Chart(List<Double> values) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 16;

  static {
    System.setProperty("java.awt.headless", "true");
  }

  byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    grid(pen);
    pen.setColor(new Color(0xc0392b));
    pen.setStroke(new BasicStroke(2.5f));
    pen.draw(line());
    pen.dispose();
    return written(image);
  }

  private static void grid(Graphics2D pen) {
    pen.setColor(new Color(0xdddddd));
    for (int step = 0; step <= 4; step++) {
      int y = MARGIN + step * (HEIGHT - 2 * MARGIN) / 4;
      pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
    }
  }

  private Path2D line() {
    Path2D.Double line = new Path2D.Double();
    for (int i = 0; i < values.size(); i++) {
      double x = MARGIN + (WIDTH - 2.0 * MARGIN) * i / (values.size() - 1);
      double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * values.get(i);
      if (i == 0) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    return line;
  }

  private static byte[] written(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
