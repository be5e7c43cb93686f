import { fireEvent, render, screen } from '@testing-library/react';
import { Contained } from './Contained';

let isBroken = true;
const Sums = () => {
  if (isBroken) throw new Error('a sum that nobody thought of');
  return <p>3+4=7</p>;
};

it('says so where content breaks, keeps what is around it, and tries again', () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <>
      <Contained>
        <Sums />
      </Contained>
      <nav>首页</nav>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('我们这边出了点问题');
  expect(screen.getByText('首页')).toBeTruthy();
  // Whoever watches the console, the journeys among them, still learns of it.
  expect(told).toHaveBeenCalled();

  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(screen.getByText('3+4=7')).toBeTruthy();
});
