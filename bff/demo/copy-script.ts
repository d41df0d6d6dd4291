/** Copies a number and says so on the button; it stands in no address. Without a clipboard the number is selected, to be copied by hand. */
export const copyScript = `'use strict';
(() => {
  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  document.querySelectorAll('[data-copy]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const number = button.closest('.person').querySelector('.phone');
      try {
        await navigator.clipboard.writeText(number.textContent);
        button.textContent = '已复制';
      } catch {
        select(number);
        button.textContent = '已选中，请复制';
      }
    });
  });
})();
`;
